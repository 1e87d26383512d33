-- All telegrams of a booking, to fold its state from. Index: telegram_of_booking.
select t.id, t.kind, t.data_id, t.sent_at, t.received_at, t.outcome, t.failure_code, t.reservation_id
from telegram t
where t.hotel_id = :hotel
  and t.channel_key = :channelKey
  and t.booking_number = :bookingNumber
  and t.original_id is null
order by t.id
