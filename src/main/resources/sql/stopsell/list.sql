-- Stop-sells, the newest first; :before is the last id of the page above, :hotel null for all hotels, :from and :to bound the
-- nights. Indexes: stop_sell_proposal_of_hotel, stop_sell_proposal's primary key.
select p.id
from stop_sell_proposal p
where (:hotel::integer is null or p.hotel_id = :hotel)
  and (:state::text is null or p.state = :state)
  and (:roomType::text is null or p.room_type_id in (select t.id from room_type t where t.code = :roomType))
  and ((:from::date is null and :to::date is null) or p.nights && daterange(:from, :to))
  and (:before::bigint is null or p.id < :before)
order by p.id desc
limit :limit
