-- Outputs that wait for their telegrams are due when every one of them, or the one that it repeats, is imported or settled by a
-- person; at once where the hotel waits no more. Indexes: output_waiting, output_delivery's primary key, telegram_of_delivery,
-- import_failure's unique key.
update output o
set state  = 'due',
    due_at = :now
from hotel h
where h.id = o.hotel_id
  and o.state = 'waiting'
  and (h.confirm_policy = 'STORED'
    or not exists (select 1
                   from output_delivery d
                            join telegram t on t.delivery_id = d.delivery_id
                            join telegram standing on standing.id = coalesce(t.original_id, t.id)
                            left join import_failure f on f.telegram_id = standing.id
                   where d.output_ref = o.id
                     and (standing.outcome is null or f.state in ('waiting', 'retrying', 'escalated'))))
