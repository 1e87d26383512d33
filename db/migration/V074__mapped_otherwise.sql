-- One rule for two questions: which failures a change of the mappings makes due (release), and which it would (preview). It is
-- a set-returning function of one plain select so that the planner writes it into the query that asks.
create function mapped_otherwise(of_hotel integer, of_channel text, arriving date, of_class text, waits_for jsonb)
    returns table (otherwise boolean)
    language sql
    stable
as
$$
select exists (select
               from jsonb_to_recordset(waits_for -> 'rooms') as room (code text, type integer)
                        cross join lateral (
                   select m.room_type_id
                   from room_mapping m
                   where m.hotel_id = of_hotel
                     and m.code = room.code
                     and m.channel in (of_channel, '*')
                     and m.validity @> arriving
                   order by m.channel = '*'
                   limit 1) as mapped
               where room.type is distinct from mapped.room_type_id
                 and (room.type is null or of_class = 'NO_AVAILABILITY'))
$$;
comment on function mapped_otherwise(integer, text, date, text, jsonb) is
    'Whether a failure may heal by the mappings as they are now: a code that was unknown has a type, or, where rooms were lacking, a code stands for another type.';
