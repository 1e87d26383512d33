-- The open failures that wait for something else while one of these room codes had a type, and has another or none as the
-- mappings are now; those that would be tried again by it are left out. :limit of them, with the number of all.
-- Indexes: import_failure_releasable, the primary key of import_failure_payload, room_mapping_overlap.
select f.id, f.telegram_id, f.channel, f.booking_number, f.arrival, room.code as room_code,
       was.code as mapped_to, now_type.code as would_map_to, count(*) over () as total
from import_failure f
         join import_failure_payload p on p.failure_id = f.id
         cross join lateral mapped_otherwise(f.hotel_id, f.channel, f.arrival, f.failure_class, p.waits_for) as mapped
         cross join lateral jsonb_to_recordset(p.waits_for -> 'rooms') as room (code text, type integer)
         join room_type was on was.id = room.type
         left join lateral (select m.room_type_id
                            from room_mapping m
                            where m.hotel_id = f.hotel_id
                              and m.code = room.code
                              and m.channel in (f.channel, '*')
                              and m.validity @> f.arrival
                            order by m.channel = '*'
                            limit 1) as now_mapped on true
         left join room_type now_type on now_type.id = now_mapped.room_type_id
where f.hotel_id = :hotel
  and f.failure_class in ('ROOM_MAPPING', 'NO_AVAILABILITY')
  and f.state in ('waiting', 'retrying', 'escalated')
  and not mapped.otherwise
  and room.code = any (:codes)
  and now_mapped.room_type_id is distinct from room.type
order by f.arrival, f.id, room.code
limit :limit
