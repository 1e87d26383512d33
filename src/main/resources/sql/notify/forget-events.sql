-- Deletes the oldest events that were recorded before a time, and notes how far (retention). The note is what tells that a cursor
-- is too old. Index: outbox_event_by_transaction, from where the last call stopped.
with oldest as (select o.recorded_at, o.id
                from outbox_event o
                where o.tx >= (select f.tx from outbox_forgotten f)
                order by o.tx, o.id
                limit :limit),
     gone as (
         delete from outbox_event e
             using oldest o
             where e.recorded_at = o.recorded_at
                 and e.id = o.id
                 and e.recorded_at < :before
             returning e.tx),
     noted as (
         update outbox_forgotten
             set tx = (select greatest(outbox_forgotten.tx, g.tx) from gone g order by g.tx desc limit 1)
             where exists (select from gone))
select count(*) from gone
