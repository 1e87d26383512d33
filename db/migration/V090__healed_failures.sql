-- What the overview counts.

-- "how many failures have healed since …" (GET /dashboard)
create index import_failure_healed on import_failure (resolved_at, hotel_id) where resolution = 'healed';
