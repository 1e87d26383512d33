-- What became of the telegrams received since :since, by the hour of their receipt in :zone; :hotel null for all hotels.
-- Index: telegram_by_receipt.
select date_trunc('hour', t.received_at, :zone)                                     as hour,
       coalesce(t.outcome, 'pending')                                               as outcome,
       t.failure_class,
       count(*) filter (where t.received_at >= :hourOf::timestamptz)                as hour_of_now,
       count(*)                                                                     as telegrams
from telegram t
where (:hotel::integer is null or t.hotel_id = :hotel)
  and t.received_at >= :since::timestamptz
group by 1, 2, 3
order by 1, 2, 3
