-- What the types of a hotel have free on each night from :from to the day before :to: physically, and beyond it as far as the
-- house allows; nights that were never opened as they would be. Indexes: inventory_of_hotel, room_type's unique key.
with opened as materialized (
    select i.room_type_id, i.night, i.rooms - i.out_of_order - i.sold as free, i.overbooking
    from inventory i
    where i.hotel_id = :hotel
      and i.night >= :from
      and i.night < :to),
     unopened as (
         select array_agg(t.id) as types, array_agg(n::date) as nights
         from room_type t
                  cross join generate_series(:from::date, :to::date - 1, interval '1 day') as n
         where t.hotel_id = :hotel
           and not exists (select from opened o where o.room_type_id = t.id and o.night = n::date))
select room_type_id, night, free, overbooking
from opened
union all
select b.room_type_id, b.night, b.rooms - b.out_of_order, b.overbooking
from unopened u,
     nights_as_built(u.types, u.nights) as b
