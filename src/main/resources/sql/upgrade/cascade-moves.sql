-- The moves of proposals with whose they are. Indexes: cascade_move's and reservation's primary keys.
select m.proposal_id, m.step, m.reservation_id, m.room_no, m.from_type_id, m.to_type_id, m.revision, m.applied_revision,
       m.first_night, m.end_date, m.cost, f.code as from_type, t.code as to_type,
       r.channel, r.booking_number, r.guest_name
from cascade_move m
         join room_type f on f.id = m.from_type_id
         join room_type t on t.id = m.to_type_id
         left join reservation r on r.id = m.reservation_id
where m.proposal_id = any (:ids)
order by m.proposal_id, m.step
