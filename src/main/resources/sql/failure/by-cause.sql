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
    where (:hotel::integer is null or f.hotel_id = :hotel)
      and (not :open::boolean or f.state in ('waiting', 'retrying', 'escalated'))
      and (:state::text is null
        or :state = case
                        when f.state not in ('waiting', 'retrying', 'escalated') then f.state
                        when (select q.lease_until from retry_queue q where q.failure_id = f.id) > :now::timestamptz
                            then 'retrying'
                        when f.state = 'escalated' then 'escalated'
                        else 'waiting' end)
      and (:class::text is null or f.failure_class = :class)
      and (:code::text is null or f.failure_code = :code)
      and (:channel::text is null or f.channel = :channel)
      and (:bookingNumber::text is null or f.booking_number = :bookingNumber)
      and (:fingerprint::text is null or f.fingerprint = :fingerprint)
      and (:arrivalFrom::date is null or f.arrival >= :arrivalFrom::date)
      and (:arrivalTo::date is null or f.arrival < :arrivalTo::date)
      and (:text::text is null
        or f.booking_number ilike :text
        or f.failure_code ilike :text
        or exists (select
                   from import_failure_payload p
                   where p.failure_id = f.id
                     and (p.room_codes ilike :text or (:guests::boolean and p.guest_text ilike :text))))
      and (:archived::boolean or f.archived_at is null)
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
