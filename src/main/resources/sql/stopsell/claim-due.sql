-- Takes the request of a hotel that is to be sent or asked for next, under a lease with a new fencing number; the lease outlasts
-- the call. From here on nobody knows whether it was carried out, until its result is written: who finds it after a crash asks
-- before he sends. One at a time for a hotel; none while TL-Lincoln wants patience or is in maintenance. Indexes:
-- stop_sell_sending_due, hotel_connection's and stop_sell_proposal's primary keys, connection_maintenance_during.
update stop_sell_sending s
set state       = 'unknown',
    leased_by   = :worker,
    lease_until = :now::timestamptz + make_interval(secs => (next.connect_timeout_ms + next.read_timeout_ms) / 1000.0 + 30),
    fence       = s.fence + 1
from (select waiting.id, waiting.state, c.connect_timeout_ms, c.read_timeout_ms
      from stop_sell_sending waiting
               join hotel_connection c on c.hotel_id = waiting.hotel_id
      where waiting.state in ('due', 'unknown')
        and waiting.exhausted_at is null
        and waiting.due_at <= :now
        and waiting.hotel_id = :hotel
        and c.credentials is not null
        and (c.backoff_until is null or c.backoff_until <= :now)
        and not exists (select
                        from stop_sell_sending held
                        where held.hotel_id = :hotel
                          and held.state = 'unknown'
                          and held.exhausted_at is null
                          and held.lease_until >= :now)
        and not exists (select
                        from connection_maintenance m
                        where m.during @> :now::timestamptz
                          and (m.hotel_id is null or m.hotel_id = waiting.hotel_id))
      order by waiting.due_at, waiting.id
      limit 1
      for update of waiting skip locked) next,
     stop_sell_proposal p
where s.id = next.id
  and p.id = s.proposal_id
returning s.id, s.proposal_id, s.hotel_id, p.room_type_id, p.action, s.request_id, next.state = 'unknown' as in_doubt, s.attempts,
    s.fence, s.rows
