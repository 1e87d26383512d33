-- No hierarchy ever has a cycle, whoever writes and however many at once (R5.3), and no change of it goes unnoticed (R5.4).
-- Each statement that changes edges counts hotel_version.hierarchy on; that row is also the hotel's lock, held to the end of
-- the transaction. Only then the graph is looked at: under read committed the look sees what the one before us committed;
-- under stricter isolation the count itself is refused (40001) when somebody else was there since our snapshot.

-- Counts once for each hotel and transaction, however many statements a change takes. What was counted is remembered in a
-- setting of the transaction, which goes back with a savepoint as the count itself does.
create function count_hierarchy_on(changed_hotels integer[]) returns void
    language plpgsql
as
$$
declare
    counted   integer[] := coalesce(
            string_to_array(current_setting('toritsugi.hierarchy_counted', true), ',')::integer[], '{}');
    uncounted integer[] := array(select distinct hotel
                                 from unnest(changed_hotels) as changed (hotel)
                                 where hotel <> all (counted)
                                 order by hotel);
begin
    if uncounted <> '{}' then
        insert into hotel_version as v (hotel_id, hierarchy)
        select hotel, 1
        from unnest(uncounted) as changed (hotel)
        on conflict (hotel_id) do update set hierarchy = v.hierarchy + 1;
        perform set_config('toritsugi.hierarchy_counted', array_to_string(counted || uncounted, ','), true);
    end if;
end
$$;

-- A cycle of a hotel's relations, as types from the first to itself again; null when there is none. Takes away, one after
-- the other, the types that nothing leads to (Kahn): each type and each edge is met once.
create function hierarchy_cycle(hotel integer) returns integer[]
    language plpgsql
as
$$
declare
    type_ids  integer[]; -- the types that edges touch; a number below is a place in here
    first_out integer[]; -- for each type where its edges begin in targets, and at last where they end
    targets   integer[];
    incoming  integer[]; -- how many edges still lead to a type
    clear     integer[]; -- types that nothing leads to any more
    met       integer := 0;
    walked    integer[] := '{}';
    at        integer;
begin
    with touched as (select from_type_id as id from hierarchy_edge where hotel_id = hotel
                     union
                     select to_type_id from hierarchy_edge where hotel_id = hotel),
         numbered as (select id, row_number() over (order by id)::integer as n from touched),
         edge as (select f.n as origin, t.n as target
                  from hierarchy_edge e
                           join numbered f on f.id = e.from_type_id
                           join numbered t on t.id = e.to_type_id
                  where e.hotel_id = hotel),
         counted as (select n.id, n.n, coalesce(o.edges, 0) as leaving, coalesce(i.edges, 0) as arriving
                     from numbered n
                              left join (select origin, count(*)::integer as edges from edge group by origin) o
                                        on o.origin = n.n
                              left join (select target, count(*)::integer as edges from edge group by target) i
                                        on i.target = n.n)
    select array_agg(c.id order by c.n),
           array_agg(c.before order by c.n) || (sum(c.leaving)::integer + 1),
           array_agg(c.arriving order by c.n),
           (select array_agg(target order by origin, target) from edge),
           coalesce(array_agg(c.n order by c.n) filter (where c.arriving = 0), '{}')
    into type_ids, first_out, incoming, targets, clear
    from (select *, sum(leaving) over (order by n)::integer - leaving + 1 as before from counted) c;

    while met < cardinality(clear)
        loop
            met := met + 1;
            at := clear[met];
            for edge in first_out[at]..first_out[at + 1] - 1
                loop
                    incoming[targets[edge]] := incoming[targets[edge]] - 1;
                    if incoming[targets[edge]] = 0 then
                        clear := clear || targets[edge];
                    end if;
                end loop;
        end loop;
    if type_ids is null or met = cardinality(type_ids) then
        return null;
    end if;

    -- Something leads to each type that is left, from a type that is left: walking backwards comes round in the end.
    type_ids := array(select id from unnest(type_ids, incoming) as type (id, arriving) where arriving > 0);
    at := type_ids[1];
    while at <> all (walked)
        loop
            walked := at || walked;
            select min(e.from_type_id)
            into at
            from hierarchy_edge e
            where e.hotel_id = hotel
              and e.to_type_id = walked[1]
              and e.from_type_id = any (type_ids);
        end loop;
    return at || walked[:array_position(walked, at)];
end
$$;

create function guard_hierarchy() returns trigger
    language plpgsql
as
$$
declare
    hotels integer[] := array(select distinct hotel_id from changed order by hotel_id);
    hotel  integer;
    codes  text[];
begin
    perform count_hierarchy_on(hotels);
    if tg_op <> 'DELETE' then
        foreach hotel in array hotels
            loop
                codes := array(select t.code
                               from unnest(hierarchy_cycle(hotel)) with ordinality as cycle (id, place)
                                        join room_type t on t.id = cycle.id
                               order by cycle.place);
                if codes <> '{}' then
                    raise exception 'the hierarchy of hotel % would go round in a circle: %',
                        hotel, array_to_string(codes, ' -> ')
                        using errcode = 'TG003', detail = to_json(codes)::text;
                end if;
            end loop;
    end if;
    return null;
end
$$;

create trigger hierarchy_edge_added
    after insert
    on hierarchy_edge
    referencing new table as changed
    for each statement
execute function guard_hierarchy();

create trigger hierarchy_edge_altered
    after update
    on hierarchy_edge
    referencing new table as changed
    for each statement
execute function guard_hierarchy();

create trigger hierarchy_edge_removed
    after delete
    on hierarchy_edge
    referencing old table as changed
    for each statement
execute function guard_hierarchy();

-- Rules move the same counter.
create function count_rules_on() returns trigger
    language plpgsql
as
$$
begin
    perform count_hierarchy_on(array [coalesce(new.hotel_id, old.hotel_id)]);
    return null;
end
$$;

create trigger hierarchy_rules_counted
    after insert or update or delete
    on hierarchy_rules
    for each row
execute function count_rules_on();

create trigger hierarchy_blackout_counted
    after insert or update or delete
    on hierarchy_blackout
    for each row
execute function count_rules_on();
