-- Takes the outputs that are to be confirmed, under a lease with a new fencing number. Index: output_due.
update output o
set leased_by   = :#worker,
    lease_until = :#leaseUntil,
    fence       = o.fence + 1
from (select id
      from output
      where state = 'due'
        and due_at <= :#now
        and (lease_until is null or lease_until < :#now)
      order by due_at
      limit :#limit
      for update skip locked) due
where o.id = due.id
returning o.id, o.hotel_id, o.output_id, o.attempts, o.fence
