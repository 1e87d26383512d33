-- What nights of types have to offer, from the rooms as they are now: each type is counted once, not once a night.
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
with built as (
    select r.room_type_id, count(*) as rooms
    from room r
    where r.room_type_id = any (type_ids)
      and r.active
    group by r.room_type_id),
     closed as materialized (
         select r.room_type_id, o.nights
         from room_out_of_order o
                  join room r on r.id = o.room_id
         where r.room_type_id = any (type_ids)
           and r.active)
select asked.type_id,
       asked.night,
       t.hotel_id,
       coalesce(built.rooms, 0)::smallint,
       (select count(*)
        from closed c
        where c.room_type_id = asked.type_id
          and c.nights @> asked.night)::smallint,
       coalesce((select a.rooms
                 from overbooking_allowance a
                 where a.room_type_id = asked.type_id
                   and a.nights @> asked.night), 0)::smallint
from unnest(type_ids, asked_nights) as asked (type_id, night)
         join room_type t on t.id = asked.type_id
         left join built on built.room_type_id = asked.type_id
$$;
