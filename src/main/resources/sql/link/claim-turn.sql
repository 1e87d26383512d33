-- Takes the turn of one hotel to confirm: nobody speaks for it, it may be asked now, and no answer to a poll is missing, in which
-- an output may have grown. Indexes: hotel_connection's primary key, connection_maintenance_during.
update hotel_connection c
set leased_by   = :worker,
    lease_until = :leaseUntil,
    fence       = c.fence + 1
from (select ready.hotel_id, ready.unsettled_since, h.code
      from hotel_connection ready
               join hotel h on h.id = ready.hotel_id
      where ready.hotel_id = :hotel
        and ready.credentials is not null
        and (ready.lease_until is null or ready.lease_until < :now)
        and (ready.backoff_until is null or ready.backoff_until <= :now)
        and (ready.unsettled_since is null or not ready.poll)
        and not exists (select 1
                        from connection_maintenance m
                        where m.during @> :now::timestamptz
                          and (m.hotel_id is null or m.hotel_id = ready.hotel_id))
      for update of ready skip locked) free
where c.hotel_id = free.hotel_id
returning c.hotel_id, free.code as hotel, c.fence, free.unsettled_since
