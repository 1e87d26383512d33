-- All telegrams of some bookings, to fold their state from, each with its failure if it has one. Index: telegram_of_booking.
-- include intake/standing-columns
from unnest(:hotels::integer[], :channelKeys::text[], :bookingNumbers::text[])
         as wanted (hotel_id, channel_key, booking_number)
         join telegram t
              on t.hotel_id = wanted.hotel_id
                  and t.channel_key = wanted.channel_key
                  and t.booking_number = wanted.booking_number
                  and t.original_id is null
         left join import_failure f on f.telegram_id = t.id and t.outcome = 'rejected'
where t.kind is not null
  and t.data_id is not null
  and t.sent_at is not null
