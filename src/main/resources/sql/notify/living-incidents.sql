-- Incidents that are not resolved, by state (live feed's snapshot). Index: incident_living.
select count(*) filter (where i.state = 'open')         as open,
       count(*) filter (where i.state = 'acknowledged') as acknowledged
from incident i
where i.state <> 'resolved'
  and (:hotel::integer is null or i.hotel_id = :hotel)
