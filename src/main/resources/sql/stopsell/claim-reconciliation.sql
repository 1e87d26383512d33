-- Takes the next nights of a hotel's comparison, under a lease with a new fencing number; the lease outlasts the call. None while
-- TL-Lincoln wants patience or is in maintenance. Indexes: stock_reconciliation_under_way, hotel_connection's primary key,
-- connection_maintenance_during.
update stock_reconciliation r
set leased_by   = :worker,
    lease_until = :now::timestamptz + make_interval(secs => (next.connect_timeout_ms + next.read_timeout_ms) / 1000.0 + 30),
    fence       = r.fence + 1
from (select waiting.id, c.connect_timeout_ms, c.read_timeout_ms
      from stock_reconciliation waiting
               join hotel_connection c on c.hotel_id = waiting.hotel_id
      where waiting.state = 'due'
        and waiting.hotel_id = :hotel
        and waiting.due_at <= :now
        and (waiting.lease_until is null or waiting.lease_until < :now)
        and c.credentials is not null
        and (c.backoff_until is null or c.backoff_until <= :now)
        and not exists (select
                        from connection_maintenance m
                        where m.during @> :now::timestamptz
                          and (m.hotel_id is null or m.hotel_id = waiting.hotel_id))
      for update of waiting skip locked) next
where r.id = next.id
returning r.id, r.hotel_id, r.next_night, r.end_night, r.attempts, r.fence
