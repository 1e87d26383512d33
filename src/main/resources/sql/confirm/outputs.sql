-- Outputs, the newest first; :before is the last id of the page above, :hotel null for all hotels. Indexes: output_of_hotel,
-- output_open, output's primary key.
select o.id
from output o
where (:hotel::integer is null or o.hotel_id = :hotel)
  and (not :open::boolean or o.state <> 'confirmed')
  and (:state::text is null or o.state = :state)
  and (:before::bigint is null or o.id < :before)
order by o.id desc
limit :limit
