-- Gives back what was claimed and could not be begun. Index: the primary key.
update retry_queue q
set leased_by   = null,
    lease_until = null
from unnest(:failures::bigint[], :fences::bigint[]) as claimed (failure_id, fence)
where q.failure_id = claimed.failure_id
  and q.fence = claimed.fence
