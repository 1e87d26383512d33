-- Every type of a hotel, or one, on every night from :from to the day before :to; a night that was not opened yet as it would
-- be. Indexes: inventory_of_hotel, the primary keys of inventory and room_rate, and those that nights_as_built needs.
with asked as materialized (
    select t.id, t.code, t.sort_order, t.base_rate, :from::date + n as night
    from room_type t
             cross join generate_series(0, :to::date - :from::date - 1) as n
    where t.hotel_id = :hotel
      and (:roomType::text is null or t.code = :roomType)),
     opened as materialized (
         select i.room_type_id, i.night, i.rooms, i.out_of_order, i.overbooking, i.sold, i.stop_sell
         from inventory i
         where i.hotel_id = :hotel
           and i.night >= :from
           and i.night < :to),
     unopened as (
         select array_agg(a.id) as types, array_agg(a.night) as nights
         from asked a
         where not exists (select from opened o where o.room_type_id = a.id and o.night = a.night)),
     known as (
         select room_type_id, night, rooms, out_of_order, overbooking, sold, stop_sell
         from opened
         union all
         select b.room_type_id, b.night, b.rooms, b.out_of_order, b.overbooking, 0::smallint, false
         from unopened u,
              nights_as_built(u.types, u.nights) as b)
select a.code                                           as room_type,
       a.night                                          as date,
       k.rooms,
       k.out_of_order,
       k.overbooking,
       k.sold,
       greatest(k.rooms - k.out_of_order - k.sold, 0)   as free,
       greatest(k.sold + k.out_of_order - k.rooms, 0)   as oversold,
       coalesce(r.amount, a.base_rate)                  as rate,
       k.stop_sell
from asked a
         join known k on k.room_type_id = a.id and k.night = a.night
         left join room_rate r on r.room_type_id = a.id and r.night = a.night
order by a.sort_order, a.code, a.night
