-- The room master in full: the house's own type behind a row and the names of type and group, from which mappings are proposed.
alter table net_room_master
    add column group_name      text,
    add column house_type_code text,
    add column house_type_name text;
-- "which codes belong to this group" (proposals from the group, and from what its other codes are mapped to)
create index net_room_master_by_group on net_room_master (hotel_id, group_code);
