-- One box that finds bookings, guests and failures.

-- "reservations whose booking number begins with …", in all hotels or one (GET /search)
create index reservation_by_number on reservation (lower(booking_number) text_pattern_ops);
-- "open failures whose booking number begins with …" (GET /search)
create index import_failure_by_number on import_failure (lower(booking_number) text_pattern_ops)
    where state in ('waiting', 'retrying', 'escalated');
