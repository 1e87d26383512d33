-- Takes V006__failures_and_attempts back; docs/schema.md tells how, and what of the data to save before.

drop table outbox_event;
drop table attempt;
drop table retry_queue;
drop table import_failure_payload;
drop table import_failure;

delete from flyway_schema_history where version = '006';
