-- The open failures that a person looks at first: arrivals from today on, the soonest first; then those whose day has passed,
-- the newest first; then those without a date. Of room codes that are not mapped one stands for all of its cause, since one
-- mapping heals them all. What is snoozed is left out. :hotel null for all hotels. Indexes: import_failure_open,
-- import_failure_open_everywhere.
with open as (
    select f.id,
           f.hotel_id,
           f.fingerprint,
           f.failure_class,
           f.arrival,
           f.arrival < (:now::timestamptz at time zone h.time_zone)::date as passed,
           f.snoozed_until
    from import_failure f
             join hotel h on h.id = f.hotel_id
    where (:hotel::integer is null or f.hotel_id = :hotel)
      and f.state in ('waiting', 'retrying', 'escalated')),
     ranked as (
         select o.*,
                count(*) over (partition by o.hotel_id, o.fingerprint) as same_cause,
                row_number() over (partition by o.hotel_id, o.fingerprint
                    order by o.passed, case when not o.passed then o.arrival end, o.arrival desc, o.id) as place
         from open o
         where o.snoozed_until is null
            or o.snoozed_until <= :now::timestamptz)
select r.id, r.same_cause
from ranked r
where r.failure_class <> 'ROOM_MAPPING'
   or r.place = 1
order by r.passed, case when not r.passed then r.arrival end, r.arrival desc, r.id
limit :limit
