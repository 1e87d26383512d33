-- Takes V022__nights_counted_once back; docs/schema.md tells how, and what of the data to save before.

create or replace function nights_as_built(type_ids integer[], asked_nights date[])
    returns table
            (
                room_type_id integer,
                night        date,
                hotel_id     integer,
                rooms        smallint,
                out_of_order smallint,
                overbooking  smallint
            )
    language sql
    stable
as
$$
select asked.type_id,
       asked.night,
       t.hotel_id,
       (select count(*) from room r where r.room_type_id = asked.type_id and r.active)::smallint,
       (select count(*)
        from room r
                 join room_out_of_order o on o.room_id = r.id
        where r.room_type_id = asked.type_id
          and r.active
          and o.nights @> asked.night)::smallint,
       coalesce((select a.rooms
                 from overbooking_allowance a
                 where a.room_type_id = asked.type_id
                   and a.nights @> asked.night), 0)::smallint
from unnest(type_ids, asked_nights) as asked (type_id, night)
         join room_type t on t.id = asked.type_id
$$;

delete from flyway_schema_history where version = '022';
