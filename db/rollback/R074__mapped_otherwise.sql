-- Takes V074__mapped_otherwise back; docs/schema.md tells how, and what of the data to save before.

drop function mapped_otherwise(integer, text, date, text, jsonb);

delete from flyway_schema_history where version = '074';
