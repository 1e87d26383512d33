-- Incidents, those that were seen last first, behind the one that :afterSeen and :afterId name: the living ones or those of one
-- state. :hotel null for all hotels and the whole house. Indexes: incident_of_hotel, incident_by_last_seen.
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
where (:hotel::integer is null or i.hotel_id = :hotel)
  and (not :living::boolean or i.state <> 'resolved')
  and (:state::text is null or i.state = :state)
  and (:afterId::bigint is null or (i.last_seen, i.id) < (:afterSeen::timestamptz, :afterId))
order by i.last_seen desc, i.id desc
limit :limit
