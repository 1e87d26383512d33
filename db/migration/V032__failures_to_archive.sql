-- A cached failure leaves the cache when its output is confirmed and its booking resolved.

-- "which closed failures are not archived yet" (sweep)
create index import_failure_to_archive on import_failure (id)
    where state in ('resolved', 'dismissed') and archived_at is null;
-- "is anything of this booking still open" (sweep)
create index import_failure_open_of_booking on import_failure (hotel_id, channel_key, booking_number)
    where state in ('waiting', 'retrying', 'escalated');
