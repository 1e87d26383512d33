-- Takes the operation that was driven longest ago, for one node at a time. Index: bulk_operation_running.
update bulk_operation o
set leased_by   = :worker,
    lease_until = :leaseUntil::timestamptz,
    fence       = o.fence + 1
where o.id = (select id
              from bulk_operation
              where state in ('canary', 'running')
                and (lease_until is null or lease_until <= :now::timestamptz)
              order by lease_until nulls first, requested_at
              limit 1
              for update skip locked)
returning o.id, o.fence
