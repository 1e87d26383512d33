-- Takes V067__decisions_of_a_hotel back; docs/schema.md tells how, and what of the data to save before.

drop index upgrade_decision_of_hotel;

delete from flyway_schema_history where version = '067';
