-- Hotels with outputs that are to be confirmed now. Index: output_due.
select distinct o.hotel_id
from output o
where o.state = 'due'
  and o.due_at <= :now
  and (o.lease_until is null or o.lease_until < :now)
