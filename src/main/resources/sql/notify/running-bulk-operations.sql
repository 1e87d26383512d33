-- Bulk operations under way, the oldest first (live feed's snapshot). Index: bulk_operation_running.
select o.id, h.code as hotel, o.action, o.state, o.wave, o.total, o.done, o.failed, o.skipped
from bulk_operation o
         left join hotel h on h.id = o.hotel_id
where o.state in ('canary', 'running', 'paused')
  and (:hotel::integer is null or o.hotel_id = :hotel)
order by o.requested_at
limit 100
