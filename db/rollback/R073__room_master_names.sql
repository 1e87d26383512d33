-- Takes V073__room_master_names back; docs/schema.md tells how, and what of the data to save before.

drop index net_room_master_by_group;
alter table net_room_master
    drop column house_type_name,
    drop column house_type_code,
    drop column group_name;

delete from flyway_schema_history where version = '073';
