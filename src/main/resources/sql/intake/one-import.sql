-- One telegram with how it came. Index: telegram's and delivery's primary keys.
select t.id,
       t.hotel_id,
       h.code                         as hotel,
       h.time_zone,
       t.received_at,
       t.delivery_id,
       t.line,
       d.via,
       d.envelope,
       t.bytes,
       encode(t.sha256, 'hex')        as sha256,
       t.kind,
       t.channel,
       t.data_id,
       t.booking_number,
       t.sent_at,
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
         left join delivery d on d.id = t.delivery_id and d.received_at = t.received_at
where t.id = :telegram
