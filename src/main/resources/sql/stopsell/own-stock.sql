-- What a hotel has left to sell of each type on each night of a period, and what it has stopped. Indexes: room_type's unique key,
-- the primary keys of inventory and stopped_night, import_failure_releasable.
with asked as materialized (
    select array_agg(t.id order by t.id, n) as types, array_agg(n::date order by t.id, n) as nights
    from room_type t
             cross join generate_series(:first::date, :last::date, interval '1 day') as n
    where t.hotel_id = :hotel)
select l.room_type_id,
       t.code                                                     as room_type,
       l.night,
       l.rooms                                                    as left_to_sell,
       coalesce(i.stop_sell, false) or s.room_type_id is not null as stopped
from asked
         cross join lateral rooms_left_to_sell(asked.types, asked.nights) l
         join room_type t on t.id = l.room_type_id
         left join inventory i on i.room_type_id = l.room_type_id and i.night = l.night
         left join stopped_night s on s.room_type_id = l.room_type_id and s.night = l.night
order by t.sort_order, t.code, l.night
