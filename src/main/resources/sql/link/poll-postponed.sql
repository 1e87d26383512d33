-- A poll was not sent because we hold back; refused (no row) when the turn was lost. Index: hotel_connection's primary key.
update hotel_connection
set next_poll_at    = :next,
    unsettled_since = :unsettledSince::timestamptz,
    leased_by       = null,
    lease_until     = null
where hotel_id = :hotel
  and fence = :fence
