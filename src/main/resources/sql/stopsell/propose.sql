-- Telegrams found nights without a room: what to do about each night, written down for each telegram, and a proposal for the
-- nights that nobody has stopped or proposed to stop yet; nights in a row are one. A telegram is tried again and again: what a
-- person declined to stop for it is not proposed for it again. Runs under the hotels' lock. Answers the proposals that it made.
-- Indexes: the primary keys of hotel, hotel_connection, stop_sell_policy and stopped_night, room_type_group_of_type,
-- stop_sell_proposal_overlap, stop_sell_proposal_failed, stop_sell_decision's unique key.
with lacking as materialized (
    select distinct l.hotel_id, l.telegram_id, l.room_type_id, l.night
    from unnest(:hotels::integer[], :telegrams::bigint[], :types::integer[], :nights::date[])
             as l (hotel_id, telegram_id, room_type_id, night)),
     judged as materialized (
         select l.hotel_id,
                l.telegram_id,
                l.room_type_id,
                l.night,
                case
                    when l.night < (:now::timestamptz at time zone h.time_zone)::date then 'past'
                    when s.proposal_id is not null then 'already_stopped'
                    when o.id is not null then 'already_proposed'
                    when d.proposal_id is not null then 'declined'
                    when c.hotel_id is null then 'not_linked'
                    when not exists (select from room_type_group g where g.room_type_id = l.room_type_id) then 'no_group'
                    else 'proposed'
                    end                                      as reason,
                coalesce(s.proposal_id, o.id, d.proposal_id) as proposal_id
         from lacking l
                  join hotel h on h.id = l.hotel_id
                  left join hotel_connection c on c.hotel_id = l.hotel_id and c.credentials is not null
                  left join stopped_night s on s.room_type_id = l.room_type_id and s.night = l.night
                  left join lateral (select o.id
                                     from stop_sell_proposal o
                                     where o.room_type_id = l.room_type_id
                                       and o.nights @> l.night
                                       and o.state in ('proposed', 'approved')
                                     union all
                                     select f.id
                                     from stop_sell_proposal f
                                     where f.hotel_id = l.hotel_id
                                       and f.state = 'failed'
                                       and f.room_type_id = l.room_type_id
                                       and f.nights @> l.night
                                     limit 1) o on true
                  left join lateral (select d.proposal_id
                                     from stop_sell_decision d
                                              join stop_sell_proposal p on p.id = d.proposal_id
                                     where d.telegram_id = l.telegram_id
                                       and d.room_type_id = l.room_type_id
                                       and d.nights @> l.night
                                       and p.state = 'dismissed'
                                       and p.decided_by <> 'rule'
                                     limit 1) d on true),
     fresh as (
         select j.hotel_id, j.room_type_id, unnest(range_agg(daterange(j.night, j.night + 1))) as nights
         from judged j
         where j.reason = 'proposed'
         group by j.hotel_id, j.room_type_id),
     made as (
         insert into stop_sell_proposal (hotel_id, room_type_id, nights, action, state, reason, telegram_id, proposed_at,
                                         decided_by, decided_at)
             select f.hotel_id,
                    f.room_type_id,
                    f.nights,
                    'stop',
                    case when p.mode = 'rule' then 'approved' else 'proposed' end,
                    'no_availability',
                    (select min(j.telegram_id)
                     from judged j
                     where j.room_type_id = f.room_type_id
                       and j.reason = 'proposed'
                       and f.nights @> j.night),
                    :now,
                    case when p.mode = 'rule' then 'rule' end,
                    case when p.mode = 'rule' then :now::timestamptz end
             from fresh f
                      left join stop_sell_policy p on p.hotel_id = f.hotel_id
             order by f.room_type_id, f.nights
             returning id, hotel_id, room_type_id, nights, action, state, reason, decision),
     decided as (
         insert into stop_sell_decision as d (hotel_id, room_type_id, telegram_id, nights, reason, proposal_id, decided_at,
                                              last_decided_at)
             select r.hotel_id, r.room_type_id, r.telegram_id, r.nights, r.reason, coalesce(r.proposal_id, m.id), :now, :now
             from (select j.hotel_id, j.room_type_id, j.telegram_id, j.reason, max(j.proposal_id) as proposal_id,
                          unnest(range_agg(daterange(j.night, j.night + 1)))            as nights
                   from judged j
                   group by j.hotel_id, j.room_type_id, j.telegram_id, j.reason) r
                      left join made m on r.reason = 'proposed' and m.room_type_id = r.room_type_id and m.nights @> r.nights
             on conflict (telegram_id, room_type_id, nights, reason) do update
                 set times           = d.times + 1,
                     last_decided_at = excluded.last_decided_at,
                     proposal_id     = coalesce(excluded.proposal_id, d.proposal_id)
             returning d.id)
select m.id, m.hotel_id, t.code as room_type, lower(m.nights) as from_night, upper(m.nights) as end_night, m.action, m.state,
       m.reason, m.decision
from made m
         join room_type t on t.id = m.room_type_id
order by m.id
