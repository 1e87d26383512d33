-- The open failures of a hotel, newest first; :before is the last id of the page above. Index: import_failure_open.
select f.id,
       f.telegram_id,
       f.channel,
       f.booking_number,
       f.kind,
       f.failure_class,
       f.failure_code,
       f.failure_args,
       f.state,
       f.attempts,
       q.due_at as next_attempt_at,
       f.arrival
from import_failure f
         left join retry_queue q on q.failure_id = f.id
where f.hotel_id = :hotel
  and f.state in ('waiting', 'retrying', 'escalated')
  and f.id < :before
order by f.id desc
limit :limit
