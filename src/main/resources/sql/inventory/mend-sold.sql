-- What is sold on these nights, whatever the table says; a night that was not opened yet is opened. Index: the primary key of
-- inventory.
with mended as (
    select wanted.room_type_id, wanted.night, wanted.sold
    from unnest(?::integer[], ?::date[], ?::integer[]) as wanted (room_type_id, night, sold)),
     asked as (
         select array_agg(room_type_id) as types, array_agg(night) as nights
         from mended)
insert into inventory (room_type_id, night, hotel_id, rooms, out_of_order, overbooking, sold)
select b.room_type_id, b.night, b.hotel_id, b.rooms, b.out_of_order, b.overbooking, m.sold
from asked a,
     nights_as_built(a.types, a.nights) as b
         join mended m on m.room_type_id = b.room_type_id and m.night = b.night
on conflict (room_type_id, night) do update
    set sold = excluded.sold
