-- The rooms of a hotel whose first night is from :from to the day before :to, of reservations that are confirmed or checked in.
-- Indexes: reservation_room_by_assigned_type; the primary keys of reservation and reservation_room.
select room.reservation_id, room.room_no, r.revision, room.booked_type_id, room.assigned_type_id, room.first_night, room.end_date,
       room.adults + room.children as guests, r.channel, r.plan_code, r.status = 'checked_in' as arrived, r.locked, r.vip,
       (select count(*) from reservation_room other where other.reservation_id = r.id) as rooms_of_booking
from room_type t
         join reservation_room room on room.assigned_type_id = t.id
         join reservation r on r.id = room.reservation_id
where t.hotel_id = :hotel
  and room.first_night >= :from
  and room.first_night < :to
  and r.status in ('confirmed', 'checked_in')
order by room.reservation_id, room.room_no
