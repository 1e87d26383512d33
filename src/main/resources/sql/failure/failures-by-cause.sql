-- Open failures of a hotel, one line for each cause, the most frequent first. Index: import_failure_by_cause.
select f.fingerprint,
       count(*)          as failures,
       min(f.created_at) as first_seen,
       max(f.created_at) as last_seen,
       min(f.arrival)    as next_arrival
from import_failure f
where f.hotel_id = :hotel
  and f.state in ('waiting', 'retrying', 'escalated')
group by f.fingerprint
order by failures desc, f.fingerprint
limit :limit
