-- What is waiting for us: telegrams without an outcome, retries whose time has come, and those that should have begun before
-- :late and that nobody holds. :hotel null for all hotels. Indexes: telegram_pending, retry_queue_due.
with pending as (
    select count(*) as telegrams, min(t.received_at) as oldest
    from telegram t
    where t.outcome is null
      and (:hotel::integer is null or t.hotel_id = :hotel)),
     due as (
         select count(*)                                                                   as retries,
                count(*) filter (where q.due_at < :late::timestamptz
                    and (q.lease_until is null or q.lease_until < :now::timestamptz))      as overdue
         from (values (0), (1)) as p (priority)
                  join retry_queue q on q.priority = p.priority
         where q.due_at <= :now::timestamptz
           and (:hotel::integer is null or q.hotel_id = :hotel))
select pending.telegrams, pending.oldest, due.retries, due.overdue
from pending,
     due
