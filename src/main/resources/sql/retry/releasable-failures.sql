-- Open failures that were judged by an older mapping, or by nights as full as they are no longer.
-- Index: import_failure_releasable.
select f.telegram_id
from hotel_version v
         join import_failure f on f.hotel_id = v.hotel_id
where f.failure_class in ('ROOM_MAPPING', 'NO_AVAILABILITY')
  and f.mapping_version < v.mapping
  and f.state in ('waiting', 'retrying', 'escalated')
union
select f.telegram_id
from hotel_version v
         join import_failure f on f.hotel_id = v.hotel_id
where f.failure_class = 'NO_AVAILABILITY'
  and f.availability_version < v.availability
  and f.state in ('waiting', 'retrying', 'escalated')
order by telegram_id
limit :limit
