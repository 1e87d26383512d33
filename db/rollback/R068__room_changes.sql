-- Takes V068__room_changes back; docs/schema.md tells how, and what of the data to save before.

alter table reservation
    drop column room_changes,
    drop column vip,
    drop column locked;

delete from flyway_schema_history where version = '068';
