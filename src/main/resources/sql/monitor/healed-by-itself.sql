-- How many failures have healed since :since without anybody having tried, assigned or edited that one. :hotel null for all
-- hotels. Indexes: import_failure_healed, import_failure_action_of_failure.
select count(*)
from import_failure f
where f.resolution = 'healed'
  and f.resolved_at >= :since::timestamptz
  and (:hotel::integer is null or f.hotel_id = :hotel)
  and not exists (select
                  from import_failure_action a
                  where a.failure_id = f.id
                    and a.action in ('retry', 'assign', 'edit'))
