-- Takes V066__displacement_policy back; docs/schema.md tells how, and what of the data to save before.

drop table displacement_policy;

delete from flyway_schema_history where version = '066';
