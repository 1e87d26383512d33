-- Puts what was fetched in the place of what was known: new rows, changed ones, and those that TL-Lincoln has no more. Answers how
-- many of each. Index: the primary key of net_room_master.
with fetched as materialized (
    select agent_code, code, name, group_code, group_name, house_type_code, house_type_name, stock_adjustable, in_use
    from unnest(:agents::text[], :codes::text[], :names::text[], :groups::text[], :groupNames::text[], :houseTypes::text[],
                :houseTypeNames::text[], :stockAdjustable::boolean[], :inUse::boolean[])
             as row (agent_code, code, name, group_code, group_name, house_type_code, house_type_name, stock_adjustable, in_use)),
     known as materialized (
         select m.* from net_room_master m where m.hotel_id = :hotel),
     removed as (
         delete from net_room_master m
             where m.hotel_id = :hotel
                 and not exists (select from fetched f where f.agent_code = m.agent_code and f.code = m.agent_type_code)
             returning 1),
     written as (
         insert into net_room_master (hotel_id, agent_code, agent_type_code, agent_type_name, group_code, group_name,
                                      house_type_code, house_type_name, stock_adjustable, in_use, fetched_at)
             select :hotel, agent_code, code, name, group_code, group_name, house_type_code, house_type_name, stock_adjustable,
                    in_use, :now::timestamptz
             from fetched
             on conflict (hotel_id, agent_code, agent_type_code) do update
                 set agent_type_name  = excluded.agent_type_name,
                     group_code       = excluded.group_code,
                     group_name       = excluded.group_name,
                     house_type_code  = excluded.house_type_code,
                     house_type_name  = excluded.house_type_name,
                     stock_adjustable = excluded.stock_adjustable,
                     in_use           = excluded.in_use,
                     fetched_at       = excluded.fetched_at)
select count(*) filter (where k.hotel_id is null)                                                          as added,
       count(*) filter (where k.hotel_id is not null
           and (f.name, f.group_code, f.group_name, f.house_type_code, f.house_type_name, f.stock_adjustable, f.in_use)
               is distinct from (k.agent_type_name, k.group_code, k.group_name, k.house_type_code, k.house_type_name,
                                 k.stock_adjustable, k.in_use))                                            as changed,
       (select count(*) from removed)                                                                      as removed
from fetched f
         left join known k on k.agent_code = f.agent_code and k.agent_type_code = f.code
