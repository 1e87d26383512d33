-- Reservations as they stand, in the order of their arrival. Index: reservation's primary key.
select r.id,
       r.channel,
       r.booking_number,
       r.status,
       r.check_in,
       r.check_out,
       r.guest_name,
       r.guest_kana,
       r.room_total,
       r.options_total,
       r.header_total,
       r.discount_total,
       r.cancellation_charge,
       r.settlement,
       r.due_on_site,
       r.plan_code,
       r.plan_name,
       r.flags,
       r.revision,
       r.locked,
       r.vip,
       r.standing_telegram,
       r.details,
       r.created_at,
       r.updated_at
from reservation r
where r.hotel_id = :hotel
  and r.id = any (:ids)
order by r.check_in, r.id
