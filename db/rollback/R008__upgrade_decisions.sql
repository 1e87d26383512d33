-- Takes V008__upgrade_decisions back; docs/schema.md tells how, and what of the data to save before.

drop table cascade_move;
drop table cascade_proposal;
drop index reservation_room_by_assigned_type;
drop table upgrade_decision;

delete from flyway_schema_history where version = '008';
