-- Room codes that open failures wait for and that no mapping knows now, one line for each channel and code, those first whose guests
-- arrive first; with the names and groups that their newest telegrams sent.
-- Indexes: import_failure_releasable, the primary key of import_failure_payload, room_mapping_overlap.
with open_ones as materialized (
    select f.id, f.channel, f.arrival, f.created_at,
           (select p.waits_for from import_failure_payload p where p.failure_id = f.id) as waits_for
    from import_failure f
    where f.hotel_id = :hotel
      and f.failure_class = 'ROOM_MAPPING'
      and f.state in ('waiting', 'retrying', 'escalated')
      and (:channel::text is null or f.channel = :channel)),
     waiting as materialized (
         select o.id, o.channel, o.arrival, o.created_at, room.code
         from open_ones o
                  cross join lateral jsonb_to_recordset(o.waits_for -> 'rooms') as room (code text, type integer)
         where room.type is null
           and not exists (select
                           from room_mapping m
                           where m.hotel_id = :hotel
                             and m.code = room.code
                             and m.channel in (o.channel, '*')
                             and m.validity @> o.arrival)),
     page as (
         select w.channel, w.code, count(*)::integer as failures, min(w.arrival) as nearest_arrival, min(w.created_at) as first_seen,
                max(w.created_at) as last_seen
         from waiting w
         group by w.channel, w.code
         having :afterArrival::date is null
             or (min(w.arrival), w.channel, w.code) > (:afterArrival::date, :afterChannel, :afterCode)
         order by nearest_arrival, w.channel, w.code
         limit :limit)
select page.*, sent.names, sent.groups
from page
         cross join lateral (
    select coalesce(array_agg(distinct room.name) filter (where room.name is not null), '{}')               as names,
           coalesce(array_agg(distinct room."groupCode") filter (where room."groupCode" is not null), '{}') as groups
    from (select w.id
          from waiting w
          where w.channel = page.channel
            and w.code = page.code
          order by w.id desc
          limit 100) newest
             join import_failure_payload p on p.failure_id = newest.id
             cross join lateral jsonb_to_recordset(p.translated -> 'stay' -> 'rooms') as room (code text, name text, "groupCode" text)
    where btrim(room.code) = page.code) as sent
order by page.nearest_arrival, page.channel, page.code
