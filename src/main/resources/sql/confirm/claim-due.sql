-- Takes the output of a hotel that is to be confirmed next, under a lease with a new fencing number; the lease outlasts the call.
-- Index: output_due.
update output o
set leased_by   = :worker,
    lease_until = :now::timestamptz + make_interval(secs => (due.connect_timeout_ms + due.read_timeout_ms) / 1000.0 + 30),
    fence       = o.fence + 1
from (select waiting.id, c.connect_timeout_ms, c.read_timeout_ms
      from output waiting
               join hotel_connection c on c.hotel_id = waiting.hotel_id
      where waiting.state = 'due'
        and waiting.due_at <= :now
        and waiting.hotel_id = :hotel
        and (waiting.lease_until is null or waiting.lease_until < :now)
      order by waiting.due_at
      limit 1
      for update of waiting skip locked) due
where o.id = due.id
returning o.id, o.hotel_id, o.output_id, o.attempts, o.fence
