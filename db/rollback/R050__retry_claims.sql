-- Takes V050__retry_claims back; docs/schema.md tells how, and what of the data to save before.

drop index import_failure_escalated;
alter table import_failure
    drop column version;
alter table import_failure_payload
    drop column waits_for;
drop table release_cursor;
drop table retry_policy;

drop index retry_queue_remote;
drop index retry_queue_becoming_urgent;
drop index retry_queue_due;
create index retry_queue_due on retry_queue (priority, due_at);
alter table retry_queue
    reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
alter table retry_queue
    set (fillfactor = 60);
alter table retry_queue
    drop column remote,
    drop column urgent_at,
    alter column fence set default 0;
drop sequence retry_fence;

delete from flyway_schema_history where version = '050';
