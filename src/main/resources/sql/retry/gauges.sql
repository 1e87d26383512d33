-- How full the queue is, counted up to :most of each kind. Indexes: retry_queue_due, import_failure_escalated.
with due as materialized (
    select q.due_at, coalesce(q.lease_until > :now::timestamptz, false) as held
    from (values (0), (1)) as p (priority)
             cross join lateral (
        select r.due_at, r.lease_until
        from retry_queue r
        where r.priority = p.priority
          and r.due_at <= :now::timestamptz
        order by r.due_at
        limit :most) as q),
     later as (
         select count(*) as scheduled
         from (values (0), (1)) as p (priority)
                  cross join lateral (
             select
             from retry_queue r
             where r.priority = p.priority
               and r.due_at > :now::timestamptz
             limit :most) as q)
select (select scheduled from later)                    as scheduled,
       (select count(*) from due where not held)        as due,
       (select count(*) from due where held)            as retrying,
       (select min(due_at) from due where not held)     as oldest_due,
       (select count(*)
        from (select from import_failure where state = 'escalated' limit :most) as escalated) as escalated
