-- Proposals of a hotel, the newest first, behind the one that :before names; of one state or of any.
-- Indexes: cascade_proposal_open for those that wait, cascade_proposal_of_hotel.
select p.id
from cascade_proposal p
where p.hotel_id = :hotel
  and (:state::text is null or p.state = :state)
  and (:before::uuid is null or p.id < :before::uuid)
order by p.id desc
limit :limit
