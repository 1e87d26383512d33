-- The same failures by their class, the oldest of each first. The open ones are few, so they are sorted. Indexes:
-- import_failure_open, import_failure_open_everywhere, import_failure_of_hotel.
select f.id
from import_failure f
where
    -- include failure/meant
  and (:afterId::bigint is null or (f.failure_class, f.id) > (:afterClass, :afterId))
order by f.failure_class, f.id
limit :limit
