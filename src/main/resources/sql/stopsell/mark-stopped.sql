-- Nights of a proposal that TL-Lincoln has stopped in every group that stands for the type: they stand stopped by us. What a
-- person had stopped in the calendar before stays his. Answers the nights, those in a row together. Indexes: stop_sell_proposal's and inventory's primary
-- keys, stop_sell_sending_of_proposal.
with told as (
    select (r ->> 'night')::date as night, r ->> 'group' as group_code, bool_or(r ->> 'result' = 'done') as done
    from stop_sell_sending s
             cross join jsonb_array_elements(s.rows) as r
    where s.proposal_id = :proposal
    group by 1, 2),
     complete as (select t.night from told t group by t.night having bool_and(t.done)),
     marked as (
         insert into stopped_night as n (room_type_id, night, hotel_id, proposal_id, reopens, stopped_at)
             select p.room_type_id, c.night, p.hotel_id, p.id, p.reopens and not coalesce(i.stop_sell, false), :now
             from complete c
                      join stop_sell_proposal p on p.id = :proposal
                      left join inventory i on i.room_type_id = p.room_type_id and i.night = c.night
             on conflict (room_type_id, night) do update
                 set proposal_id = excluded.proposal_id,
                     reopens     = n.reopens and (select p.reopens from stop_sell_proposal p where p.id = :proposal),
                     stopped_at  = excluded.stopped_at
                 where n.proposal_id <> excluded.proposal_id
             returning n.night)
select lower(run.nights) as "from", upper(run.nights) as "to"
from (select unnest(range_agg(daterange(m.night, m.night + 1))) as nights from marked m) run
order by 1
