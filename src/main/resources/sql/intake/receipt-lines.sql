-- The lines of a delivery and how each stands; a repetition shows how the first one stands. Index: telegram_of_delivery.
select t.id,
       t.line,
       t.kind,
       t.channel,
       t.data_id,
       t.booking_number,
       t.outcome,
       t.failure_class,
       t.failure_code,
       t.failure_args,
       t.flags,
       t.reservation_id,
       original.id             as original_id,
       original.outcome        as original_outcome,
       original.failure_class  as original_failure_class,
       original.reservation_id as original_reservation_id
from telegram t
         left join telegram original on original.id = t.original_id
where t.delivery_id = :delivery
order by t.line
