-- Failures as they are listed, in the order of :ids. One is being tried as long as somebody holds its retry, and no longer.
-- Indexes: the primary keys.
select f.id,
       f.telegram_id,
       h.code       as hotel,
       h.time_zone,
       f.channel,
       f.booking_number,
       f.kind,
       f.failure_class,
       f.failure_code,
       f.failure_args,
       case
           when f.state not in ('waiting', 'retrying', 'escalated') then f.state
           when q.lease_until > :now::timestamptz then 'retrying'
           when f.state = 'escalated' then 'escalated'
           else 'waiting' end as state,
       f.attempts,
       q.due_at     as next_attempt_at,
       f.arrival,
       f.fingerprint,
       p.translated #>> '{stay,guest,name}' as guest,
       p.translated #>> '{stay,rooms,0,code}' as room_code,
       p.translated #>> '{stay,rooms,0,name}' as room_name,
       (p.translated #>> '{stay,checkOut}')::date - (p.translated #>> '{stay,checkIn}')::date as nights,
       p.translated #>> '{stay,details,values,checkInTime}' as check_in_time,
       p.suggestion
from unnest(:ids::bigint[]) with ordinality as wanted (id, place)
         join import_failure f on f.id = wanted.id
         join hotel h on h.id = f.hotel_id
         left join retry_queue q on q.failure_id = f.id
         left join import_failure_payload p on p.failure_id = f.id
order by wanted.place
