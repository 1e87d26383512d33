-- Rooms of standing reservations with one of these room codes whose booked type is not what the code stands for as the mappings
-- are now, arriving from :from to :to: they stay as they are until their OTA sends them again. :limit of them, with the number of all.
-- Indexes: reservation_by_arrival, the primary key of reservation_room, room_mapping_overlap.
select r.id, r.channel, r.booking_number, r.check_in, room.code as room_code,
       booked.code as mapped_to, now_type.code as would_map_to, count(*) over () as total
from reservation r
         join reservation_room room on room.reservation_id = r.id
         join room_type booked on booked.id = room.booked_type_id
         left join lateral (select m.room_type_id
                            from room_mapping m
                            where m.hotel_id = r.hotel_id
                              and m.code = room.code
                              and m.channel in (r.channel, '*')
                              and m.validity @> r.check_in
                            order by m.channel = '*'
                            limit 1) as now_mapped on true
         left join room_type now_type on now_type.id = now_mapped.room_type_id
where r.hotel_id = :hotel
  and r.check_in between :from::date and :to::date
  and r.status = 'confirmed'
  and room.code = any (:codes)
  and now_mapped.room_type_id is distinct from room.booked_type_id
order by r.check_in, r.id, room.room_no
limit :limit
