-- Bulk operations, the newest first (their numbers sort by time). Indexes: bulk_operation_of_hotel, the primary key.
select o.id, h.code as hotel, o.action, o.arguments, o.filter, o.reason, o.state, o.wave, o.total, o.done, o.failed, o.skipped,
       o.met, o.requested_by, o.requested_at, o.ended_at, coalesce(h.time_zone, 'Asia/Tokyo') as time_zone
from bulk_operation o
         left join hotel h on h.id = o.hotel_id
where (:hotel::integer is null or o.hotel_id = :hotel)
  and (:id::uuid is null or o.id = :id)
  and (:before::uuid is null or o.id < :before)
order by o.id desc
limit :limit
