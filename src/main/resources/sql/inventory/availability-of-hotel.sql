-- What a hotel has to sell over its horizon: a row a type, and in it as arrays the nights that were opened and the periods from
-- which the others follow (as nights_as_built has it). Nights are counted from the hotel's today, which is place 0. A hotel
-- without types gives one row. Indexes: inventory_of_hotel, room_by_type, the exclusion constraints of the periods.
with horizon as materialized (
    select h.id as hotel_id,
           h.time_zone,
           h.horizon_days,
           (:now::timestamptz at time zone h.time_zone)::date                                 as today,
           (:now::timestamptz at time zone h.time_zone)::date + h.horizon_days                as end_date,
           coalesce((select v.inventory from hotel_version v where v.hotel_id = h.id), 0)     as change
    from hotel h
    where h.id = :hotel),
     type as materialized (
         select t.id, t.code, t.capacity, t.smoking, t.base_rate, t.sort_order,
                (select count(*)::integer from room r where r.room_type_id = t.id and r.active) as rooms
         from horizon z
                  join room_type t on t.hotel_id = z.hotel_id),
     opened as (
         select i.room_type_id,
                array_agg(i.night - z.today)                                    as places,
                array_agg((i.rooms - i.out_of_order - i.sold)::integer)         as free,
                array_agg(i.overbooking::integer)                               as overbooking,
                array_agg(i.night - z.today) filter (where i.stop_sell)         as stopped
         from horizon z
                  join inventory i on i.hotel_id = z.hotel_id and i.night >= z.today and i.night < z.end_date
         group by i.room_type_id),
     closed as (
         select r.room_type_id,
                array_agg(coalesce(lower(o.nights), z.today) - z.today)         as starts,
                array_agg(coalesce(upper(o.nights), z.end_date) - z.today)      as ends
         from horizon z
                  cross join type t
                  join room r on r.room_type_id = t.id and r.active
                  join room_out_of_order o on o.room_id = r.id and o.nights && daterange(z.today, z.end_date)
         group by r.room_type_id),
     allowed as (
         select a.room_type_id,
                array_agg(coalesce(lower(a.nights), z.today) - z.today)         as starts,
                array_agg(coalesce(upper(a.nights), z.end_date) - z.today)      as ends,
                array_agg(a.rooms)                                              as rooms
         from horizon z
                  cross join type t
                  join overbooking_allowance a on a.room_type_id = t.id and a.nights && daterange(z.today, z.end_date)
         group by a.room_type_id)
select z.change, z.today, z.horizon_days, z.time_zone,
       t.id, t.code, t.capacity, t.smoking, t.base_rate, t.rooms,
       o.places  as opened_places,
       o.free    as opened_free,
       o.overbooking as opened_overbooking,
       o.stopped as stopped_places,
       c.starts  as closed_from,
       c.ends    as closed_to,
       a.starts  as allowed_from,
       a.ends    as allowed_to,
       a.rooms   as allowed_rooms
from horizon z
         left join type t on true
         left join opened o on o.room_type_id = t.id
         left join closed c on c.room_type_id = t.id
         left join allowed a on a.room_type_id = t.id
order by t.sort_order, t.code
