-- Takes V063__inventory_changes back; docs/schema.md tells how, and what of the data to save before.

comment on column hotel_version.availability is null;
alter table hotel_version
    drop column inventory;

delete from flyway_schema_history where version = '063';
