-- Takes V001__monthly_partitions back; docs/schema.md tells how, and what of the data to save before.

drop function ensure_month_partitions(regclass, date, integer);

delete from flyway_schema_history where version = '001';
