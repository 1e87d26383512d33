-- The telegrams of an incident, the newest first, a hundred at most. Index: incident_telegram's primary key.
select m.telegram_id,
       m.seen_at,
       t.channel,
       t.booking_number,
       t.kind,
       coalesce(t.outcome, 'pending') as outcome,
       t.failure_class,
       t.failure_code,
       t.failure_args,
       f.id                           as failure,
       f.state                        as failure_state
from incident_telegram m
         join telegram t on t.id = m.telegram_id
         left join import_failure f on f.telegram_id = m.telegram_id
where m.incident_id = :id
order by m.telegram_id desc
limit 100
