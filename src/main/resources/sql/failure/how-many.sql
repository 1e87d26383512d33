-- How many the same failures are, counted up to :limit. Indexes: import_failure_open, import_failure_open_everywhere,
-- import_failure_of_hotel.
select count(*)
from (select 1
      from import_failure f
      where
          -- include failure/meant
      limit :limit) as counted
