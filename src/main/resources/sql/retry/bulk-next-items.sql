-- The next items of an operation, with what they are about. Indexes: bulk_operation_item_pending, the primary keys.
select i.position, i.failure_id, i.fingerprint, f.telegram_id, h.id as hotel_id, h.code as hotel, h.time_zone
from (select position, failure_id, fingerprint
      from bulk_operation_item
      where operation_id = :operation
        and state = 'pending'
      order by position
      limit :limit) i
         join import_failure f on f.id = i.failure_id
         join hotel h on h.id = f.hotel_id
order by i.position
