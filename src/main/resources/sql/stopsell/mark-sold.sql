-- Nights of a proposal that TL-Lincoln sells again in every group that stands for the type: they stand stopped no more. Answers
-- the nights, those in a row together. Indexes: stop_sell_proposal's and stopped_night's primary keys, stop_sell_sending_of_proposal.
with told as (
    select (r ->> 'night')::date as night, r ->> 'group' as group_code, bool_or(r ->> 'result' = 'done') as done
    from stop_sell_sending s
             cross join jsonb_array_elements(s.rows) as r
    where s.proposal_id = :proposal
    group by 1, 2),
     complete as (select t.night from told t group by t.night having bool_and(t.done)),
     gone as (
         delete from stopped_night n
             using complete c, stop_sell_proposal p
             where p.id = :proposal
                 and n.room_type_id = p.room_type_id
                 and n.night = c.night)
select lower(run.nights) as "from", upper(run.nights) as "to"
from (select unnest(range_agg(daterange(c.night, c.night + 1))) as nights from complete c) run
order by 1
