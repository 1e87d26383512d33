-- What was stored and is not finished: after a crash, and when a lane was full. Index: telegram_pending.
select t.id
from telegram t
where t.outcome is null
  and t.id > :after
  and t.received_at < :before::timestamptz
order by t.id
limit :limit
