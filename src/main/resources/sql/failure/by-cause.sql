-- The same failures, one line for each cause, the most frequent first. Indexes: import_failure_open,
-- import_failure_open_everywhere, import_failure_of_hotel.
with cause as (
    select f.hotel_id,
           f.fingerprint,
           count(*)                                             as failures,
           max(f.id)                                            as newest,
           min(f.created_at)                                    as first_seen,
           max(f.updated_at)                                    as last_seen,
           min(f.arrival)                                       as next_arrival,
           trim_array(array_agg(f.id order by f.arrival, f.id), greatest(count(*) - 5, 0)::integer) as examples
    from import_failure f
    where
        -- include failure/meant
    group by f.hotel_id, f.fingerprint),
     page as (
         select c.*
         from cause c
         where :afterCount::bigint is null
            or c.failures < :afterCount
            or (c.failures = :afterCount and c.newest < :afterNewest)
         order by c.failures desc, c.newest desc
         limit :limit)
select page.fingerprint,
       h.code as hotel,
       h.time_zone,
       page.failures,
       page.newest,
       page.first_seen,
       page.last_seen,
       page.next_arrival,
       page.examples,
       f.failure_class,
       f.failure_code,
       f.failure_args
from page
         join import_failure f on f.id = page.newest
         join hotel h on h.id = page.hotel_id
order by page.failures desc, page.newest desc
