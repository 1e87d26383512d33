-- Takes what is due, the urgent first, under a lease with a new fencing number; a row that another worker holds is passed
-- over, not waited for. Index: retry_queue_due.
update retry_queue q
set leased_by   = :#worker,
    lease_until = :#leaseUntil,
    fence       = q.fence + 1
from (select failure_id
      from retry_queue
      where due_at <= :#now
        and (lease_until is null or lease_until < :#now)
      order by priority, due_at
      limit :#limit
      for update skip locked) due
where q.failure_id = due.failure_id
returning q.failure_id, q.hotel_id, q.attempt, q.fence
