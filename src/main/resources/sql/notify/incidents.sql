-- Incidents, those that were seen last first, behind the one that :afterSeen and :afterId name: the living ones or those of one
-- state. :hotel null for all hotels and the whole house. Indexes: incident_of_hotel, incident_by_last_seen.
-- include notify/incident-columns
where (:hotel::integer is null or i.hotel_id = :hotel)
  and (not :living::boolean or i.state <> 'resolved')
  and (:state::text is null or i.state = :state)
  and (:afterId::bigint is null or (i.last_seen, i.id) < (:afterSeen::timestamptz, :afterId))
order by i.last_seen desc, i.id desc
limit :limit
