-- Where the nights of a hotel, from :today on, are not what they follow from: sold from its reservations, the others from its
-- rooms, their times out of order and the allowed overbooking. One statement, hence of one moment: reservations and nights are
-- written in one commit. A stay has 999 nights at most. Indexes: reservation_by_arrival, the primary
-- keys of reservation_room and inventory, inventory_of_hotel.
with type as materialized (
    select t.id, t.code, t.sort_order
    from room_type t
    where t.hotel_id = :hotel),
     taken as (
         select n.assigned_type_id as room_type_id, n.first_night + day as night, count(*)::integer as rooms
         from reservation r
                  join reservation_room n on n.reservation_id = r.id
                  cross join generate_series(greatest(:today::date - n.first_night, 0), n.end_date - n.first_night - 1) as day
         where r.hotel_id = :hotel
           and r.check_in > :today::date - 999
           and r.check_out > :today
           and r.status <> 'cancelled'
         group by 1, 2),
     opened as materialized (
         select i.room_type_id, i.night, i.rooms, i.out_of_order, i.overbooking, i.sold
         from inventory i
         where i.hotel_id = :hotel
           and i.night >= :today),
     built as materialized (
         select b.room_type_id, b.night, b.rooms, b.out_of_order, b.overbooking
         from (select array_agg(room_type_id) as types, array_agg(night) as nights from opened) as o,
              nights_as_built(o.types, o.nights) as b),
     compared as (
         select room_type_id, night, 'SOLD' as counter, coalesce(t.rooms, 0) as expected, coalesce(o.sold, 0) as found
         from opened o
                  full join taken t using (room_type_id, night)
         union all
         select room_type_id, night, 'ROOMS', b.rooms, o.rooms
         from opened o
                  join built b using (room_type_id, night)
         union all
         select room_type_id, night, 'OUT_OF_ORDER', b.out_of_order, o.out_of_order
         from opened o
                  join built b using (room_type_id, night)
         union all
         select room_type_id, night, 'OVERBOOKING', b.overbooking, o.overbooking
         from opened o
                  join built b using (room_type_id, night))
select t.id as room_type_id, t.code as room_type, c.night, c.counter, c.expected, c.found
from compared c
         join type t on t.id = c.room_type_id
where c.expected <> c.found
order by t.sort_order, t.code, c.night, c.counter
