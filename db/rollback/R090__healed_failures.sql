-- Takes V090__healed_failures back; docs/schema.md tells how, and what of the data to save before.

drop index import_failure_healed;

delete from flyway_schema_history where version = '090';
