-- A poll succeeded and its answer is stored; refused (no row) when the turn was lost. Answers how many polls had failed before in
-- a row. Index: hotel_connection's primary key.
with before as (select hotel_id, poll_failures
                from hotel_connection
                where hotel_id = :hotel
                  and fence = :fence
                    for update)
update hotel_connection c
set polled_at       = :now,
    polled_well_at  = :askedAt,
    next_poll_at    = :next,
    poll_failures   = 0,
    last_code       = null,
    last_args       = null,
    unsettled_since = null,
    leased_by       = null,
    lease_until     = null
from before
where c.hotel_id = before.hotel_id
returning before.poll_failures
