-- Whose guests now arrive within 48 hours goes first from now on. Index: retry_queue_becoming_urgent.
update retry_queue q
set priority = 0
where q.failure_id = any (array(
        select failure_id
        from retry_queue
        where priority > 0
          and urgent_at <= :now::timestamptz
        for update skip locked))
