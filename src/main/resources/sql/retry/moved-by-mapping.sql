-- The open failures that wait for one of these room codes and that the mappings as they are now make due, in the order in which
-- they would be tried: the urgent first, then those due before, then by number; :limit of them, with the number of all. The rule is
-- the release's (mapped_otherwise). Indexes: import_failure_releasable, the primary keys of import_failure_payload and retry_queue.
select f.id, f.telegram_id, f.channel, f.booking_number, f.arrival, f.failure_class, f.failure_code, count(*) over () as total
from import_failure f
         join hotel h on h.id = f.hotel_id
         left join import_failure_payload p on p.failure_id = f.id
         left join retry_queue q on q.failure_id = f.id
         cross join lateral mapped_otherwise(f.hotel_id, f.channel, f.arrival, f.failure_class, p.waits_for) as mapped
where f.hotel_id = :hotel
  and f.failure_class in ('ROOM_MAPPING', 'NO_AVAILABILITY')
  and f.state in ('waiting', 'retrying', 'escalated')
  and (p.waits_for is null
    or (mapped.otherwise
        and exists (select
                    from jsonb_to_recordset(p.waits_for -> 'rooms') as room (code text)
                    where room.code = any (:codes))))
order by (f.arrival::timestamp at time zone h.time_zone) - make_interval(secs => :urgentWithin) > :now::timestamptz nulls last,
         least(q.due_at, :now::timestamptz), f.id
limit :limit
