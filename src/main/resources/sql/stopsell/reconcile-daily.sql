-- Has the stock of every linked hotel compared, spread over an hour; one that is under way goes on. Indexes: hotel_connection's
-- primary key, stock_reconciliation_under_way.
insert into stock_reconciliation (hotel_id, state, asked_by, first_night, end_night, next_night, due_at, asked_at)
select h.id,
       'due',
       'rule',
       today.night,
       today.night + h.horizon_days,
       today.night,
       :now::timestamptz + make_interval(mins => h.id % 60),
       :now
from hotel_connection c
         join hotel h on h.id = c.hotel_id
         cross join lateral (select (:now::timestamptz at time zone h.time_zone)::date as night) today
where c.credentials is not null
on conflict (hotel_id) where state = 'due' do nothing
