-- Takes V092__guests_of_failures back; docs/schema.md tells how, and what of the data to save before.

alter table import_failure_payload
    drop column room_codes,
    drop column guest_text;

delete from flyway_schema_history where version = '092';
