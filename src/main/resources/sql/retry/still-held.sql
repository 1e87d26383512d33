-- Which claims still hold: nobody claimed or decided the same since. Their rows are locked, so that nobody can before the
-- end of the transaction. Index: the primary key.
select q.failure_id
from unnest(:failures::bigint[], :fences::bigint[]) as claimed (failure_id, fence)
         join retry_queue q on q.failure_id = claimed.failure_id and q.fence = claimed.fence
order by q.failure_id
for no key update of q
