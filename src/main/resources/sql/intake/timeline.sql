-- All that happened to a telegram since it was stored, in order; :turn settles what happened in one commit. Indexes:
-- attempt_of_telegram, telegram_repetition, incident_telegram_of_telegram, import_failure_action_of_failure,
-- reservation_revision's primary key and import_failure's unique key.
with failure as (
    select f.id, f.resolution, f.created_at, f.resolved_at
    from import_failure f
    where f.telegram_id = :telegram)
select 'attempt'      as event,
       a.attempted_at as at,
       1              as turn,
       a.trigger      as what,
       a.outcome,
       a.failure_class,
       a.failure_code,
       a.duration_us,
       null::bigint   as subject,
       null::text     as who,
       null::text     as note
from attempt a
where a.telegram_id = :telegram
union all
select 'failure_opened', f.created_at, 2, null, null, null, null, null, f.id, null, null
from failure f
union all
select 'failure_action', a.done_at, 3, a.action, null, null, null, null, f.id, a.done_by, a.reason
from failure f
         join import_failure_action a on a.failure_id = f.id
union all
select 'failure_closed', f.resolved_at, 4, f.resolution, null, null, null, null, f.id, null, null
from failure f
where f.resolved_at is not null
union all
select 'incident', m.seen_at, 5, i.state, null, i.failure_class, i.code, null, i.id, null, null
from incident_telegram m
         join incident i on i.id = m.incident_id
where m.telegram_id = :telegram
union all
select 'reservation', v.recorded_at, 6, v.change, null, null, null, null, v.revision, null, null
from reservation_revision v
where v.reservation_id = :reservation
  and v.telegram_id = :telegram
union all
select 'repeated', t.received_at, 7, null, t.outcome, t.failure_class, t.failure_code, null, t.id, null, null
from telegram t
where t.original_id = :telegram
order by at, turn, subject
