-- All rooms of reservations of a hotel that are confirmed or checked in. Indexes: the primary keys of reservation and
-- reservation_room.
select room.reservation_id, room.room_no, r.revision, room.booked_type_id, room.assigned_type_id, room.first_night, room.end_date,
       room.adults + room.children as guests, r.channel, r.plan_code, r.status = 'checked_in' as arrived, r.locked, r.vip,
       (select count(*) from reservation_room other where other.reservation_id = r.id) as rooms_of_booking
from reservation r
         join reservation_room room on room.reservation_id = r.id
where r.hotel_id = :hotel
  and r.id = any (:ids)
  and r.status in ('confirmed', 'checked_in')
order by room.reservation_id, room.room_no
