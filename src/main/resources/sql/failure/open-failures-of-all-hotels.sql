-- The open failures of the whole house, newest first. Index: import_failure_open_everywhere.
select f.id, f.hotel_id, f.telegram_id, f.failure_class, f.failure_code, f.state, f.attempts, f.arrival
from import_failure f
where f.state in ('waiting', 'retrying', 'escalated')
  and f.id < :before
order by f.id desc
limit :limit
