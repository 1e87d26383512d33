-- Hotels whose stock is to be compared now. Index: stock_reconciliation_due.
select r.hotel_id
from stock_reconciliation r
where r.state = 'due'
  and r.due_at <= :now
  and (r.lease_until is null or r.lease_until < :now)
