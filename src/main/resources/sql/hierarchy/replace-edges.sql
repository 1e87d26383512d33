-- Makes the relations of a hotel those that are wanted; one that is wanted as it is stays untouched and keeps its number.
with wanted as (
    select f.id as from_type_id, t.id as to_type_id, w.priority, w.kind, w.active
    from unnest(:fromTypes::text[], :toTypes::text[], :priorities::smallint[], :kinds::text[], :actives::boolean[])
             as w (from_type, to_type, priority, kind, active)
             join room_type f on f.hotel_id = :hotel and f.code = w.from_type
             join room_type t on t.hotel_id = :hotel and t.code = w.to_type),
     removed as (
         delete from hierarchy_edge e
             where e.hotel_id = :hotel
                 and not exists (select
                                 from wanted w
                                 where w.from_type_id = e.from_type_id and w.to_type_id = e.to_type_id))
insert
into hierarchy_edge as e (hotel_id, from_type_id, to_type_id, priority, kind, active, created_at, updated_at)
select :hotel, w.from_type_id, w.to_type_id, w.priority, w.kind, w.active, :now, :now
from wanted w
on conflict on constraint hierarchy_edge_pair do update
    set priority = excluded.priority, kind = excluded.kind, active = excluded.active, updated_at = excluded.updated_at
where (e.priority, e.kind, e.active) is distinct from (excluded.priority, excluded.kind, excluded.active)
