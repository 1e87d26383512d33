-- Sets or takes away the stop-sell mark of a type's nights from :from to the day before :to, and answers the nights that changed,
-- counted. A night that was not opened yet is opened by its mark. Index: the primary key of inventory.
with asked as (
    select :from::date + n as night
    from generate_series(0, :to::date - :from::date - 1) as n),
     marked as (
         insert into inventory as i (room_type_id, night, hotel_id, rooms, out_of_order, overbooking, stop_sell)
             select b.room_type_id, b.night, b.hotel_id, b.rooms, b.out_of_order, b.overbooking, :stopped
             from (select array_agg(:type::integer) as types, array_agg(a.night) as nights
                   from asked a
                   where :stopped
                      or exists (select from inventory o where o.room_type_id = :type and o.night = a.night)) as open,
                  nights_as_built(open.types, open.nights) as b
             on conflict (room_type_id, night) do update
                 set stop_sell = excluded.stop_sell
                 where i.stop_sell <> excluded.stop_sell
             returning i.hotel_id, i.room_type_id, i.night, i.rooms, i.out_of_order, i.overbooking, i.sold, i.stop_sell),
     counted as (
         insert into hotel_version as v (hotel_id, inventory)
             select hotel_id, 1 from marked group by hotel_id
             on conflict (hotel_id) do update set inventory = v.inventory + 1
             returning v.hotel_id, v.inventory)
select c.hotel_id, c.inventory, m.room_type_id, m.night - date '1970-01-01' as day,
       m.rooms - m.out_of_order - m.sold as free, m.overbooking, m.stop_sell
from marked m
         join counted c on c.hotel_id = m.hotel_id
