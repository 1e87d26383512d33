-- What happened after a cursor, in order (live feed, notifications). Index: outbox_event's primary key.
select e.id, e.recorded_at, e.hotel_id, e.topic, e.payload
from outbox_event e
where e.id > :after
order by e.id
limit :limit
