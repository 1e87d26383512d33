-- What people look for in the log and in the cache.

-- "was this telegram sent again" (GET /imports/{id})
create index telegram_repetition on telegram (original_id) where original_id is not null;
-- "what came of this booking number, whatever the channel, repetitions too" (GET /imports?bookingNumber=)
create index telegram_by_booking_number on telegram (booking_number) where booking_number is not null;
-- "what was received between … and …" (GET /imports?from&to): rows lie in the order of receipt, a few pages hold the index
create index telegram_by_receipt on telegram using brin (received_at) with (pages_per_range = 32, autosummarize = on);
-- "the failures of a hotel, closed ones too, newest first" (GET /failures?hotel&state=resolved)
create index import_failure_of_hotel on import_failure (hotel_id, id desc);
-- "the incidents of all hotels, newest first" (GET /notifications)
create index incident_by_last_seen on incident (last_seen desc, id desc);
