-- Hotels with requests about stock that are to be sent or asked for now. Index: stop_sell_sending_due.
select distinct s.hotel_id
from stop_sell_sending s
where s.state in ('due', 'unknown')
  and s.exhausted_at is null
  and s.due_at <= :now
  and (s.lease_until is null or s.lease_until < :now)
