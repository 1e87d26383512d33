-- The import log, newest first; :before is the last id of the page above, :hotel null for all hotels. Index: telegram_log, or
-- telegram's primary key for all hotels; telegram_by_booking_number with a number, telegram_by_receipt with a period.
select t.id,
       h.code                         as hotel,
       h.time_zone,
       t.received_at,
       t.delivery_id,
       t.line,
       t.kind,
       t.channel,
       t.data_id,
       t.booking_number,
       coalesce(t.outcome, 'pending') as outcome,
       t.failure_class,
       t.failure_code,
       t.failure_args,
       t.flags,
       t.reservation_id,
       t.original_id,
       t.settled_at
from telegram t
         join hotel h on h.id = t.hotel_id
where (:hotel::integer is null or t.hotel_id = :hotel)
  and (:before::bigint is null or t.id < :before)
  and (:channel::text is null or t.channel = :channel)
  and (:bookingNumber::text is null or t.booking_number = :bookingNumber)
  and (:dataId::text is null or t.data_id = :dataId)
  and (:kind::text is null or t.kind = :kind)
  and (:outcome::text is null or t.outcome = :outcome)
  and (not :pending::boolean or t.outcome is null)
  and (:class::text is null or t.failure_class = :class)
  and (:from::timestamptz is null or t.received_at >= :from)
  and (:to::timestamptz is null or t.received_at < :to)
order by t.id desc
limit :limit
