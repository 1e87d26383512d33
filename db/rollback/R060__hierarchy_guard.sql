-- Takes V060__hierarchy_guard back; docs/schema.md tells how, and what of the data to save before.

drop trigger hierarchy_blackout_counted on hierarchy_blackout;
drop trigger hierarchy_rules_counted on hierarchy_rules;
drop function count_rules_on();
drop trigger hierarchy_edge_removed on hierarchy_edge;
drop trigger hierarchy_edge_altered on hierarchy_edge;
drop trigger hierarchy_edge_added on hierarchy_edge;
drop function guard_hierarchy();
drop function hierarchy_cycle(integer);
drop function count_hierarchy_on(integer[]);

delete from flyway_schema_history where version = '060';
