-- What is shown of an incident. A fragment, of statements that say which incidents i.
select i.id,
       h.code as hotel,
       h.time_zone,
       i.state,
       i.severity,
       i.category,
       i.code,
       i.failure_class,
       i.arguments,
       i.fingerprint,
       i.occurrences,
       i.first_seen,
       i.last_seen,
       i.acknowledged_by,
       i.acknowledged_at,
       i.acknowledgement,
       i.resolved_at,
       i.resolution
from incident i
         left join hotel h on h.id = i.hotel_id
