-- One amount for the nights of a type from :from to the day before :to that fall on these days of the week (1 is Monday).
-- Index: the primary key of room_rate.
insert into room_rate as r (room_type_id, night, amount)
select :type, :from::date + n, :amount
from generate_series(0, :to::date - :from::date - 1) as n
where extract(isodow from :from::date + n) = any (:weekdays::integer[])
on conflict (room_type_id, night) do update
    set amount = excluded.amount
    where r.amount <> excluded.amount
