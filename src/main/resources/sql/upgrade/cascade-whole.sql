-- Proposals as they lie in their table. Index: cascade_proposal's primary key.
select p.id, p.state, p.purpose, p.failure_id, p.requested_type_id, requested.code as requested_type, p.check_in, p.check_out,
       p.guests, p.rooms, p.freed_type_id, freed.code as freed_type, p.window_days, p.most_rooms, p.cost, p.method,
       p.evidence::text as evidence, p.proposed_by, p.proposed_at, p.applied_by, p.applied_at, p.ended_by, p.ended_at
from cascade_proposal p
         join room_type requested on requested.id = p.requested_type_id
         left join room_type freed on freed.id = p.freed_type_id
where p.hotel_id = :hotel
  and p.id = any (:ids)
order by p.id desc
