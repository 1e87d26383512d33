-- The rooms of reservations with their three types. Index: reservation_room's primary key.
select room.reservation_id,
       room.code,
       booked.code   as booked_type,
       assigned.code as assigned_type,
       charged.code  as charged_type,
       room.adults,
       room.children,
       room.first_night,
       room.amounts
from reservation_room room
         join room_type booked on booked.id = room.booked_type_id
         join room_type assigned on assigned.id = room.assigned_type_id
         join room_type charged on charged.id = room.charged_type_id
where room.reservation_id = any (:ids)
order by room.reservation_id, room.room_no
