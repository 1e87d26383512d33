-- How each hotel stands with TL-Lincoln, and whether maintenance is announced for now. :hotel null for all hotels. Indexes: the
-- primary keys, connection_maintenance_during.
select h.id,
       h.code as hotel,
       h.name,
       h.time_zone,
       c.poll,
       c.poll_seconds,
       c.night_poll_seconds,
       c.polled_at,
       c.polled_well_at,
       c.next_poll_at,
       c.poll_failures,
       c.alarm_after,
       c.backoff_until,
       c.last_code,
       c.last_args,
       m.until as maintained_until
from hotel h
         left join hotel_connection c on c.hotel_id = h.id
         left join lateral (
    select max(upper(a.during)) as until
    from connection_maintenance a
    where a.during @> :now::timestamptz
      and (a.hotel_id is null or a.hotel_id = h.id)) as m on true
where :hotel::integer is null
   or h.id = :hotel
order by h.code
