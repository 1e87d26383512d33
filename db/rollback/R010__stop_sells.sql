-- Takes V010__stop_sells back; docs/schema.md tells how, and what of the data to save before.

drop table stop_sell_sending;
drop table stop_sell_proposal;
drop table net_room_master;
drop table room_type_group;

delete from flyway_schema_history where version = '010';
