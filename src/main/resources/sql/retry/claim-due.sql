-- Takes what is due, the urgent first, under a lease with a new fencing number; a row that another worker holds is passed
-- over, not waited for. Index: retry_queue_due.
update retry_queue q
set leased_by   = :#worker,
    lease_until = :#leaseUntil::timestamptz,
    fence       = q.fence + 1
from (select failure_id
      from retry_queue
      where due_at <= :#now::timestamptz
        and (lease_until is null or lease_until < :#now::timestamptz)
      order by priority, due_at
      limit :#limit
      for update skip locked) due
         join import_failure f on f.id = due.failure_id
where q.failure_id = due.failure_id
returning f.telegram_id
