-- Deletes the oldest transactions' events that were recorded before a time, some thousands at once, and notes how far (retention).
-- The note is what tells that a cursor is too old. Index: outbox_event_by_transaction, from where the last call stopped.
with from_there as (select f.tx from outbox_forgotten f),
     up_to_here as (select oldest.tx
                    from (select o.tx, o.id
                          from outbox_event o
                          where o.tx >= (select t.tx from from_there t)
                          order by o.tx, o.id
                          limit :limit) oldest
                    order by oldest.tx desc
                    limit 1),
     gone as (
         delete from outbox_event e
             where e.tx >= (select t.tx from from_there t)
                 and e.tx <= (select h.tx from up_to_here h)
                 and e.recorded_at < :before
             returning e.tx),
     noted as (
         update outbox_forgotten
             set tx = (select g.tx from gone g order by g.tx desc limit 1)
             where exists (select from gone))
select count(*) from gone
