-- How long telegrams received since :since took from their receipt to their outcome, in milliseconds, those without a failure on
-- their way; null when there was none. :hotel null for all hotels. Indexes: telegram_by_receipt, import_failure's unique telegram.
select percentile_disc(0.5) within group (order by took.millis)  as p50,
       percentile_disc(0.99) within group (order by took.millis) as p99
from (select (extract(epoch from t.settled_at - t.received_at) * 1000)::bigint as millis
      from telegram t
      where (:hotel::integer is null or t.hotel_id = :hotel)
        and t.received_at >= :since::timestamptz
        and t.outcome in ('imported', 'modified', 'cancelled')
        and not exists (select from import_failure f where f.telegram_id = t.id)) as took
