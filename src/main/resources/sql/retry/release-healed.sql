-- In hotels whose mappings or upgrade rules moved or whose rooms came free: makes exactly those failures due now that may heal by
-- it, also those that are escalated or snoozed, and notes how far was looked. By a mapping: see mapped_otherwise (V074), which the
-- preview of a mapping asks as well. By rooms: every night that was short has enough, or, where the hotel places by rule, every
-- short night of another type that could be given. By relations and rules of upgrades: each that was judged by older ones.
-- Indexes: import_failure_releasable, the primary keys of import_failure_payload and inventory, room_mapping_overlap.
with moved as materialized (
    select v.hotel_id,
           h.time_zone,
           v.mapping,
           v.availability,
           v.hierarchy,
           c.hotel_id is null or v.mapping > c.mapping           as mappings_moved,
           c.hotel_id is null or v.availability > c.availability as rooms_came_free,
           v.hierarchy > coalesce(c.hierarchy, 0)                as upgrades_moved
    from hotel_version v
             join hotel h on h.id = v.hotel_id
             left join release_cursor c on c.hotel_id = v.hotel_id
    where c.hotel_id is null
       or v.mapping > c.mapping
       or v.availability > c.availability
       or v.hierarchy > c.hierarchy),
     waiting as materialized (
         select f.id, f.hotel_id, f.channel, f.arrival, f.failure_class, f.attempts, m.time_zone,
                (select p.waits_for from import_failure_payload p where p.failure_id = f.id) as waits_for,
                m.mappings_moved and f.mapping_version < m.mapping                           as look_at_mappings,
                m.rooms_came_free and f.availability_version < m.availability
                    and f.failure_class = 'NO_AVAILABILITY'                                  as look_at_rooms,
                m.upgrades_moved and f.failure_class = 'NO_AVAILABILITY'
                    and coalesce((select (p.suggestion ->> 'hierarchyVersion')::bigint
                                  from import_failure_payload p
                                  where p.failure_id = f.id), 0) < m.hierarchy              as look_at_upgrades
         from moved m
                  join import_failure f on f.hotel_id = m.hotel_id
         where f.failure_class in ('ROOM_MAPPING', 'NO_AVAILABILITY')
           and f.state in ('waiting', 'retrying', 'escalated')),
     healed as (
         select w.id, w.hotel_id, w.attempts,
                (w.arrival::timestamp at time zone w.time_zone) - make_interval(secs => :urgentWithin) as urgent_at
         from waiting w
                  cross join lateral mapped_otherwise(w.hotel_id, w.channel, w.arrival, w.failure_class, w.waits_for) as mapped
         where (w.waits_for is null and (w.look_at_mappings or w.look_at_rooms))
            or (w.look_at_mappings and mapped.otherwise)
            or (w.look_at_rooms
             and not exists (select
                             from jsonb_to_recordset(w.waits_for -> 'nights') as short (type integer, night date, rooms integer)
                                      left join inventory i on i.room_type_id = short.type and i.night = short.night
                             where coalesce(i.rooms - i.out_of_order + i.overbooking - i.sold,
                                            (select b.rooms - b.out_of_order + b.overbooking
                                             from nights_as_built(array [short.type], array [short.night]) as b),
                                            0) < short.rooms))
            or (w.look_at_rooms
             and exists (select
                         from jsonb_array_elements(w.waits_for -> 'others') as other (nights)
                         where not exists (select
                                           from jsonb_to_recordset(other.nights) as short (type integer, night date, rooms integer)
                                                    left join inventory i on i.room_type_id = short.type and i.night = short.night
                                           where coalesce(i.rooms - i.out_of_order - i.sold, 0) < short.rooms)))
            or w.look_at_upgrades),
     released as (
         insert into retry_queue as q (failure_id, hotel_id, due_at, priority, urgent_at, attempt)
             select h.id, h.hotel_id, :now::timestamptz,
                    case when h.urgent_at <= :now::timestamptz then 0 else 1 end, h.urgent_at, h.attempts + 1
             from healed h
             order by h.id
             on conflict (failure_id) do update
                 set due_at = excluded.due_at
                 where q.due_at > excluded.due_at
             returning q.failure_id),
     looked as (
         insert into release_cursor as c (hotel_id, mapping, availability, hierarchy)
             select m.hotel_id, m.mapping, m.availability, m.hierarchy
             from moved m
             order by m.hotel_id
             on conflict (hotel_id) do update
                 set mapping      = excluded.mapping,
                     availability = excluded.availability,
                     hierarchy    = excluded.hierarchy
             returning c.hotel_id)
select count(*)
from released
