-- A poll failed; refused (no row) when the turn was lost. Where nobody knows whether it was carried out, it stays unsettled.
-- Index: hotel_connection's primary key.
update hotel_connection
set polled_at       = :now,
    next_poll_at    = :next,
    poll_failures   = poll_failures + 1,
    last_code       = :code,
    last_args       = :facts::jsonb,
    unsettled_since = :unsettledSince::timestamptz,
    leased_by       = null,
    lease_until     = null
where hotel_id = :hotel
  and fence = :fence
returning poll_failures, alarm_after
