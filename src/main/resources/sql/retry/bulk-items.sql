-- The items of an operation, for people. Indexes: bulk_operation_item's primary key, bulk_operation_item_by_state.
select i.position, i.failure_id, i.state, i.result, i.reason, i.ended_at
from bulk_operation_item i
where i.operation_id = :operation
  and i.position > :after
  and (:state::text is null or i.state = :state)
order by i.position
limit :limit
