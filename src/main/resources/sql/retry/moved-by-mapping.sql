-- The open failures that wait for one of these room codes and that the mappings as they are now make due, in the order in which
-- they would be tried: the urgent first, then those due before, then by number; :limit of them, with the number of all. The rule is
-- the release's (mapped_otherwise). Indexes: import_failure_releasable, the primary keys of import_failure_payload and retry_queue.
with waiting as materialized (
    select f.id, f.telegram_id, f.hotel_id, f.channel, f.booking_number, f.arrival, f.failure_class, f.failure_code, h.time_zone,
           (select p.waits_for from import_failure_payload p where p.failure_id = f.id) as waits_for,
           (select q.due_at from retry_queue q where q.failure_id = f.id)               as due_at
    from import_failure f
             join hotel h on h.id = f.hotel_id
    where f.hotel_id = :hotel
      and f.failure_class in ('ROOM_MAPPING', 'NO_AVAILABILITY')
      and f.state in ('waiting', 'retrying', 'escalated'))
select w.id, w.telegram_id, w.channel, w.booking_number, w.arrival, w.failure_class, w.failure_code, count(*) over () as total
from waiting w
         cross join lateral mapped_otherwise(w.hotel_id, w.channel, w.arrival, w.failure_class, w.waits_for) as mapped
where w.waits_for is null
   or (mapped.otherwise
    and exists (select
                from jsonb_to_recordset(w.waits_for -> 'rooms') as room (code text)
                where room.code = any (:codes)))
order by (w.arrival::timestamp at time zone w.time_zone) - make_interval(secs => :urgentWithin) > :now::timestamptz nulls last,
         least(w.due_at, :now::timestamptz), w.id
limit :limit
