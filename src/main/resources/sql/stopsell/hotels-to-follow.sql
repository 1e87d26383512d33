-- Hotels in which stock has overtaken an undecided proposal, or in which rooms came free on nights that we stopped and that
-- nobody has proposed to sell again; what could not be sent waits for a person. Only looks: what is to be done is decided under
-- the hotels' lock. Indexes: stop_sell_proposal_open, stop_sell_proposal_failed, stopped_night_reopening, inventory's and
-- stop_sell_policy's primary keys, import_failure_releasable.
with watched as materialized (
    select p.hotel_id, p.room_type_id, n::date as night, p.action
    from stop_sell_proposal p
             cross join generate_series(lower(p.nights), upper(p.nights) - 1, interval '1 day') as n
    where p.state = 'proposed'
    union all
    select s.hotel_id, s.room_type_id, s.night, 'reopen'
    from stopped_night s
    where s.reopens
      and (
          -- include stopsell/nobody-proposes
          )),
     stock as materialized (
         select l.room_type_id, l.night, l.rooms
         from (select array_agg(w.room_type_id) as types, array_agg(w.night) as nights from watched w) asked,
              rooms_left_to_sell(asked.types, asked.nights) l)
select distinct w.hotel_id
from watched w
         join hotel h on h.id = w.hotel_id
         join stock s on s.room_type_id = w.room_type_id and s.night = w.night
         left join stop_sell_policy c on c.hotel_id = w.hotel_id
where case
          when w.night < (:now::timestamptz at time zone h.time_zone)::date then true
          when w.action = 'stop' then s.rooms > 0
          when w.action = 'sell' then s.rooms <= coalesce(c.keep_closed_margin, 0)
          else s.rooms > coalesce(c.keep_closed_margin, 0) end
