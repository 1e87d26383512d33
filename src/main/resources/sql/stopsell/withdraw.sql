-- Closes undecided proposals that stock has overtaken: nights that shall be stopped and have rooms again, nights that shall be
-- sold again and are full again, nights that are over. Runs under the hotels' lock. Answers what it closed. Indexes:
-- stop_sell_proposal_open, inventory's and stop_sell_policy's primary keys, import_failure_releasable.
with undecided as materialized (
    select p.id, p.room_type_id, p.action, n::date as night,
           n::date >= (:now::timestamptz at time zone h.time_zone)::date as ahead,
           coalesce(c.keep_closed_margin, 0)                              as margin
    from stop_sell_proposal p
             join hotel h on h.id = p.hotel_id
             left join stop_sell_policy c on c.hotel_id = p.hotel_id
             cross join generate_series(lower(p.nights), upper(p.nights) - 1, interval '1 day') as n
    where p.state = 'proposed'
      and p.hotel_id = any (:hotels::integer[])),
     stock as materialized (
         select l.room_type_id, l.night, l.rooms
         from (select array_agg(u.room_type_id) as types, array_agg(u.night) as nights from undecided u) asked,
              rooms_left_to_sell(asked.types, asked.nights) l),
     overtaken as (
         select u.id, bool_or(u.ahead) as ahead
         from undecided u
                  join stock s on s.room_type_id = u.room_type_id and s.night = u.night
         group by u.id
         having not bool_and(u.ahead and case u.action when 'stop' then s.rooms <= 0 else s.rooms > u.margin end))
update stop_sell_proposal p
set state      = 'dismissed',
    decided_by = 'rule',
    decided_at = :now,
    decision   = case
                     when not o.ahead then 'past'
                     when p.action = 'stop' then 'rooms_free_again'
                     else 'full_again' end
from overtaken o,
     room_type t
where p.id = o.id
  and t.id = p.room_type_id
returning p.id, p.hotel_id, t.code as room_type, lower(p.nights) as from_night, upper(p.nights) as end_night, p.action, p.state,
    p.reason, p.decision
