-- Gives back what was claimed and could not be begun, due again at :dueAt where that is later. Index: the primary key.
update retry_queue q
set leased_by   = null,
    lease_until = null,
    due_at      = greatest(q.due_at, :dueAt::timestamptz)
from unnest(:failures::bigint[], :fences::bigint[]) as claimed (failure_id, fence)
where q.failure_id = claimed.failure_id
  and q.fence = claimed.fence
