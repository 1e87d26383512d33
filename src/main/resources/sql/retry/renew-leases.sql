-- Holds on to what is still under way, where nobody else took it meanwhile; a row that is just being completed is passed
-- over. Index: the primary key.
update retry_queue q
set lease_until = :leaseUntil::timestamptz
where q.failure_id = any (array(
        select r.failure_id
        from unnest(:failures::bigint[], :fences::bigint[]) as held (failure_id, fence)
                 join retry_queue r on r.failure_id = held.failure_id and r.fence = held.fence
        for no key update of r skip locked))
