-- The comparisons of a hotel, the newest first; :before is the last id of the page above, :id one of them. Indexes:
-- stock_reconciliation_of_hotel, stock_difference_of_reconciliation.
select r.id,
       h.code as hotel,
       h.time_zone,
       r.state,
       r.asked_by,
       r.first_night,
       r.end_night,
       r.next_night,
       r.compared,
       r.attempts,
       r.due_at,
       r.asked_at,
       r.ended_at,
       r.last_code,
       r.last_args,
       (select count(*) from stock_difference d where d.reconciliation_id = r.id) as differences
from stock_reconciliation r
         join hotel h on h.id = r.hotel_id
where r.hotel_id = :hotel
  and (:id::bigint is null or r.id = :id)
  and (:before::bigint is null or r.id < :before)
order by r.id desc
limit :limit
