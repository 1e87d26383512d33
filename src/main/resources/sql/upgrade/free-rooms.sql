-- What the types of a hotel have free on each night from :from to the day before :to: physically, and beyond it as far as the
-- house allows; nights that were never opened as they would be. Indexes: room_type's unique key, inventory's primary key.
with asked as (
    select t.id as room_type_id, n::date as night
    from room_type t
             cross join generate_series(:from::date, :to::date - 1, interval '1 day') as n
    where t.hotel_id = :hotel),
     known as materialized (
         select a.room_type_id, a.night, i.rooms - i.out_of_order - i.sold as free, i.overbooking
         from asked a
                  left join inventory i on i.room_type_id = a.room_type_id and i.night = a.night),
     unopened as (
         select array_agg(room_type_id) as types, array_agg(night) as nights
         from known
         where free is null)
select room_type_id, night, free, overbooking
from known
where free is not null
union all
select b.room_type_id, b.night, b.rooms - b.out_of_order, b.overbooking
from unopened u,
     nights_as_built(u.types, u.nights) as b
