-- What people did about a failure, the first first. Index: import_failure_action_of_failure.
select a.done_at, a.done_by, a.action, a.reason, nullif(a.changes, '{}') as changes
from import_failure_action a
where a.failure_id = :id
order by a.id
