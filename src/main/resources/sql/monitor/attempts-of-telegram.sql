-- The attempts of a telegram, for its timeline. Index: attempt_of_telegram.
select a.id, a.attempted_at, a.trigger, a.outcome, a.failure_class, a.failure_code, a.duration_us
from attempt a
where a.telegram_id = :telegram
order by a.id
