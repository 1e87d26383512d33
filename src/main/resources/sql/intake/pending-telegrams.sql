-- What was stored and is not finished: after a crash, and when a lane was full. Index: telegram_pending.
select t.id, t.hotel_id, t.received_at
from telegram t
where t.outcome is null
  and t.id > :after
order by t.id
limit :limit
