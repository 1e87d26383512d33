-- What was stored and is not finished: after a crash, and when a lane was full. What was stored later than now is from before
-- the clock was set back, and would otherwise wait until it gets there. Index: telegram_pending.
select t.id
from telegram t
where t.outcome is null
  and t.id > :after
  and (t.received_at < :before::timestamptz or t.received_at > :ahead::timestamptz)
order by t.id
limit :limit
