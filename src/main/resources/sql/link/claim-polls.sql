-- Takes the turns of hotels whose poll is due and who may be asked now: nobody speaks for them, TL-Lincoln has not asked for
-- patience, no maintenance is announced. Until its answer is stored the poll is noted as unsettled. A hotel that another node
-- is just taking is passed over. Indexes: hotel_connection_due, connection_maintenance_during.
update hotel_connection c
set leased_by       = :worker,
    lease_until     = :leaseUntil,
    fence           = c.fence + 1,
    unsettled_since = coalesce(c.unsettled_since, :now)
from (select due.hotel_id, due.unsettled_since, h.code
      from hotel_connection due
               join hotel h on h.id = due.hotel_id
      where due.poll
        and due.next_poll_at <= :now
        and due.credentials is not null
        and (due.lease_until is null or due.lease_until < :now)
        and (due.backoff_until is null or due.backoff_until <= :now)
        and h.code = any (:hotels)
        and not exists (select 1
                        from connection_maintenance m
                        where m.during @> :now::timestamptz
                          and (m.hotel_id is null or m.hotel_id = due.hotel_id))
      order by due.next_poll_at
      limit :limit
      for update of due skip locked) free
where c.hotel_id = free.hotel_id
returning c.hotel_id, free.code as hotel, c.fence, free.unsettled_since
