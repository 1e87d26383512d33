-- Takes V005__room_mappings back; docs/schema.md tells how, and what of the data to save before.

drop table room_mapping;

delete from flyway_schema_history where version = '005';
