-- Stop-sells as they are listed, in the order of :ids. Indexes: the primary keys of stop_sell_proposal, hotel and room_type.
select p.id,
       h.code          as hotel,
       h.time_zone,
       t.code          as room_type,
       lower(p.nights) as from_night,
       upper(p.nights) as end_night,
       p.action,
       p.state,
       p.reason,
       p.reopens,
       p.proposed_by,
       p.proposed_at,
       p.decided_by,
       p.decided_at,
       p.decision
from unnest(:ids::bigint[]) with ordinality as wanted (id, place)
         join stop_sell_proposal p on p.id = wanted.id
         join hotel h on h.id = p.hotel_id
         join room_type t on t.id = p.room_type_id
order by wanted.place
