-- Reservations of a hotel that arrive from :from to the day before :to. Index: reservation_by_arrival.
select r.id, r.channel, r.booking_number, r.status, r.check_in, r.check_out, r.guest_name, r.guest_kana
from reservation r
where r.hotel_id = :hotel
  and r.check_in >= :from
  and r.check_in < :to
order by r.check_in, r.id
limit :limit
