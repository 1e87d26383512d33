-- The open failures that wait for something else while one of these room codes had a type, and has another or none as the
-- mappings are now; those that would be tried again by it are left out. :limit of them, with the number of all.
-- Indexes: import_failure_releasable, the primary key of import_failure_payload, room_mapping_overlap.
with waiting as materialized (
    select f.id, f.telegram_id, f.hotel_id, f.channel, f.booking_number, f.arrival, f.failure_class,
           (select p.waits_for from import_failure_payload p where p.failure_id = f.id) as waits_for
    from import_failure f
    where f.hotel_id = :hotel
      and f.failure_class in ('ROOM_MAPPING', 'NO_AVAILABILITY')
      and f.state in ('waiting', 'retrying', 'escalated'))
select w.id, w.telegram_id, w.channel, w.booking_number, w.arrival, room.code as room_code,
       was.code as mapped_to, now_type.code as would_map_to, count(*) over () as total
from waiting w
         cross join lateral mapped_otherwise(w.hotel_id, w.channel, w.arrival, w.failure_class, w.waits_for) as mapped
         cross join lateral jsonb_to_recordset(w.waits_for -> 'rooms') as room (code text, type integer)
         join room_type was on was.id = room.type
         left join lateral (select m.room_type_id
                            from room_mapping m
                            where m.hotel_id = w.hotel_id
                              and m.code = room.code
                              and m.channel in (w.channel, '*')
                              and m.validity @> w.arrival
                            order by m.channel = '*'
                            limit 1) as now_mapped on true
         left join room_type now_type on now_type.id = now_mapped.room_type_id
where not mapped.otherwise
  and room.code = any (:codes)
  and now_mapped.room_type_id is distinct from room.type
order by w.arrival, w.id, room.code
limit :limit
