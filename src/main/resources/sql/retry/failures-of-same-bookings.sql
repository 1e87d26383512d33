-- The open failures of the bookings of these failures, themselves among them: what is decided along with them.
-- Indexes: the primary key of import_failure, import_failure_open.
select f.id, f.telegram_id, f.channel, f.booking_number, f.arrival, f.failure_class, f.failure_code, 1 as total
from import_failure f
where f.hotel_id = :hotel
  and f.state in ('waiting', 'retrying', 'escalated')
  and (f.channel_key, f.booking_number) in (select asked.channel_key, asked.booking_number
                                            from import_failure asked
                                            where asked.id = any (:failures))
