-- Takes V091__search_by_booking_number back; docs/schema.md tells how, and what of the data to save before.

drop index import_failure_by_number;
drop index reservation_by_number;

delete from flyway_schema_history where version = '091';
