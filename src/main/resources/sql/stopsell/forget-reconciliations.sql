-- Comparisons that ended long ago leave with what they found. Indexes: stock_reconciliation_ended,
-- stock_difference_of_reconciliation.
with old as (
    select r.id
    from stock_reconciliation r
    where r.ended_at < :before),
     found as (
         delete from stock_difference d
             using old o
             where d.reconciliation_id = o.id)
delete
from stock_reconciliation r
    using old o
where r.id = o.id
