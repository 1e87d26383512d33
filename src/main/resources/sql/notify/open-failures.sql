-- Open failures by class and state (live feed's snapshot). Indexes: import_failure_by_cause, import_failure_open_everywhere.
select f.failure_class, f.state, count(*) as failures
from import_failure f
where f.state in ('waiting', 'retrying', 'escalated')
  and (:hotel::integer is null or f.hotel_id = :hotel)
group by f.failure_class, f.state
