-- Failures, the newest first: the open ones or those of one state; :before is the last id of the page above, :hotel null for all
-- hotels. Indexes: import_failure_open, import_failure_open_everywhere, import_failure_of_hotel.
select f.id
from import_failure f
where
    -- include failure/meant
  and (:before::bigint is null or f.id < :before)
order by f.id desc
limit :limit
