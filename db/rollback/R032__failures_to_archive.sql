-- Takes V032__failures_to_archive back; docs/schema.md tells how, and what of the data to save before.

drop index import_failure_open_of_booking;
drop index import_failure_to_archive;

delete from flyway_schema_history where version = '032';
