-- Takes V011__statistics back; docs/schema.md tells how, and what of the data to save before.

drop table health_report;
drop table hourly_metric;
drop table daily_statistics;

delete from flyway_schema_history where version = '011';
