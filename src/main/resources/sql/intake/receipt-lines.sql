-- The lines of a delivery and how each stands; a repetition shows how the first one stands. Index: telegram_of_delivery.
select t.id,
       t.kind,
       t.channel,
       t.data_id,
       t.booking_number,
       coalesce(t.outcome, 'pending')        as outcome,
       t.failure_class,
       t.failure_code,
       t.failure_args,
       t.flags,
       t.reservation_id,
       original.id                           as original_id,
       coalesce(original.outcome, 'pending') as original_outcome,
       original.failure_class                as original_class,
       original.reservation_id               as original_reservation
from telegram t
         left join telegram original on original.id = t.original_id
where t.delivery_id = :delivery
order by t.line
