-- The import log of a hotel, newest first; :before is the last id of the page above. Index: telegram_log.
select t.id,
       t.received_at,
       t.kind,
       t.channel,
       t.data_id,
       t.booking_number,
       t.outcome,
       t.failure_class,
       t.failure_code,
       t.settled_at
from telegram t
where t.hotel_id = :hotel
  and t.id < :before
order by t.id desc
limit :limit
