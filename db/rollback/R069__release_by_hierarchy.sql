-- Takes V069__release_by_hierarchy back; docs/schema.md tells how, and what of the data to save before.

comment on column import_failure_payload.waits_for is null;
alter table release_cursor
    drop column hierarchy;

delete from flyway_schema_history where version = '069';
