-- Rooms came free on nights that we stopped: they shall be sold again, as the hotel's policy says by hand or at once. Nights that
-- a proposal names already which is open, or could not be sent, are left out. Runs under the hotels' lock. Answers the proposals
-- that it made. Indexes: stopped_night_reopening, stop_sell_proposal_overlap, stop_sell_proposal_failed, inventory's and
-- stop_sell_policy's primary keys, import_failure_releasable.
with stopped as materialized (
    select s.hotel_id, s.room_type_id, s.night, coalesce(c.keep_closed_margin, 0) as margin,
           coalesce(c.reopen_automatically, false)                                 as automatic
    from stopped_night s
             join hotel h on h.id = s.hotel_id
             left join stop_sell_policy c on c.hotel_id = s.hotel_id
    where s.reopens
      and s.hotel_id = any (:hotels::integer[])
      and s.night >= (:now::timestamptz at time zone h.time_zone)::date
      and (
          -- include stopsell/nobody-proposes
          )),
     stock as materialized (
         select l.room_type_id, l.night, l.rooms
         from (select array_agg(s.room_type_id) as types, array_agg(s.night) as nights from stopped s) asked,
              rooms_left_to_sell(asked.types, asked.nights) l),
     free as (
         select s.hotel_id, s.room_type_id, s.automatic, unnest(range_agg(daterange(s.night, s.night + 1))) as nights
         from stopped s
                  join stock l on l.room_type_id = s.room_type_id and l.night = s.night and l.rooms > s.margin
         group by s.hotel_id, s.room_type_id, s.automatic),
     made as (
         insert into stop_sell_proposal (hotel_id, room_type_id, nights, action, state, reason, proposed_at, decided_by,
                                         decided_at)
             select f.hotel_id,
                    f.room_type_id,
                    f.nights,
                    'sell',
                    case when f.automatic then 'approved' else 'proposed' end,
                    'rooms_free',
                    :now,
                    case when f.automatic then 'rule' end,
                    case when f.automatic then :now::timestamptz end
             from free f
             order by f.room_type_id, f.nights
             returning id, hotel_id, room_type_id, nights, action, state, reason, decision)
select m.id, m.hotel_id, t.code as room_type, lower(m.nights) as from_night, upper(m.nights) as end_night, m.action, m.state,
       m.reason, m.decision
from made m
         join room_type t on t.id = m.room_type_id
order by m.id
