-- Takes what is due, the urgent first, under a lease with a new fencing number; a row that another worker holds is passed
-- over, not waited for. What waits for TL-Lincoln stays where the circuit is open (:cutOff). A look of several pages goes on
-- behind the last row of each priority, so that what it has taken and done is not walked over again. Index: retry_queue_due.
with urgent as (
    select failure_id
    from retry_queue
    where priority = 0
      and due_at <= :now::timestamptz
      and (due_at, failure_id) > (:urgentDue::timestamptz, :urgentId::bigint)
      and (lease_until is null or lease_until < :now::timestamptz)
      and not (remote and hotel_id = any (:cutOff::integer[]))
    order by due_at, failure_id
    limit :limit
    for update skip locked),
     others as (
         select failure_id
         from retry_queue
         where priority = 1
           and due_at <= :now::timestamptz
           and (due_at, failure_id) > (:otherDue::timestamptz, :otherId::bigint)
           and (lease_until is null or lease_until < :now::timestamptz)
           and not (remote and hotel_id = any (:cutOff::integer[]))
         order by due_at, failure_id
         limit :limit - (select count(*) from urgent)
         for update skip locked)
update retry_queue q
set leased_by   = :worker,
    lease_until = :leaseUntil::timestamptz,
    fence       = nextval('retry_fence')
where q.failure_id = any (array(select failure_id from urgent union all select failure_id from others))
returning q.failure_id,
    (select f.telegram_id from import_failure f where f.id = q.failure_id) as telegram_id,
    q.fence, q.priority, q.due_at
