-- Takes V007__hierarchy back; docs/schema.md tells how, and what of the data to save before.

drop table hierarchy_blackout;
drop table hierarchy_rules;
drop table hierarchy_edge;

delete from flyway_schema_history where version = '007';
