-- What is left of stops that were withdrawn because some of their nights have rooms again: the nights that are full still. Runs
-- under the hotels' lock. Answers the proposals that it made. Indexes: stop_sell_proposal's primary key,
-- stop_sell_proposal_overlap, stopped_night's and inventory's primary keys, import_failure_releasable.
with withdrawn as materialized (
    select p.hotel_id, p.room_type_id, p.reason, p.telegram_id, n::date as night
    from stop_sell_proposal p
             join hotel h on h.id = p.hotel_id
             cross join generate_series(lower(p.nights), upper(p.nights) - 1, interval '1 day') as n
    where p.id = any (:withdrawn::bigint[])
      and p.action = 'stop'
      and n::date >= (:now::timestamptz at time zone h.time_zone)::date),
     stock as materialized (
         select l.room_type_id, l.night, l.rooms
         from (select array_agg(w.room_type_id) as types, array_agg(w.night) as nights from withdrawn w) asked,
              rooms_left_to_sell(asked.types, asked.nights) l),
     full_still as (
         select w.hotel_id, w.room_type_id, w.reason, w.telegram_id,
                unnest(range_agg(daterange(w.night, w.night + 1))) as nights
         from withdrawn w
                  join stock s on s.room_type_id = w.room_type_id and s.night = w.night and s.rooms <= 0
         group by w.hotel_id, w.room_type_id, w.reason, w.telegram_id),
     made as (
         insert into stop_sell_proposal (hotel_id, room_type_id, nights, action, state, reason, telegram_id, proposed_at)
             select f.hotel_id, f.room_type_id, f.nights, 'stop', 'proposed', f.reason, f.telegram_id, :now
             from full_still f
             order by f.room_type_id, f.nights
             returning id, hotel_id, room_type_id, nights, action, state, reason, decision)
select m.id, m.hotel_id, t.code as room_type, lower(m.nights) as from_night, upper(m.nights) as end_night, m.action, m.state,
       m.reason, m.decision
from made m
         join room_type t on t.id = m.room_type_id
order by m.id
