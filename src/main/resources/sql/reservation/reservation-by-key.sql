-- The reservation of a booking. Index: reservation's unique key.
select r.id, r.status, r.revision, r.standing_telegram, r.check_in, r.check_out
from reservation r
where r.hotel_id = :hotel
  and r.channel_key = :channelKey
  and r.booking_number = :bookingNumber
