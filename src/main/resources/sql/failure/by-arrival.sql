-- The same failures, those first whose guests arrive first; those without a date come last. The open ones are few, so they are
-- sorted. Indexes: import_failure_open, import_failure_open_everywhere, import_failure_of_hotel.
select f.id
from import_failure f
where
    -- include failure/meant
  and (:afterId::bigint is null
    or f.arrival > :afterArrival::date
    or (f.arrival = :afterArrival::date and f.id > :afterId)
    or (f.arrival is null and (:afterArrival::date is not null or f.id > :afterId)))
order by f.arrival, f.id
limit :limit
