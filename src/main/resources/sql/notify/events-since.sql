-- What was committed since one moment and up to another, in order (live feed). Since: by transactions that began later (:next),
-- or were running then. After (:tx, :id): on the way between the two. :hotels null for all. Index: outbox_event_by_transaction.
select e.tx::text::bigint                                                                 as tx,
       e.id,
       e.recorded_at,
       e.hotel_id,
       h.code                                                                             as hotel,
       e.topic,
       e.kind,
       (case when h.code is null then e.payload else jsonb_build_object('hotel', h.code) || e.payload end)::text as data
from (select later.*
      from outbox_event later
      where later.tx >= greatest(:next::text::xid8, :tx::text::xid8)
      union all
      select late.*
      from outbox_event late
      where late.tx = any (:running::text::xid8[])) e
         left join hotel h on h.id = e.hotel_id
where pg_visible_in_snapshot(e.tx, :to::text::pg_snapshot)
  and (e.tx > :tx::text::xid8 or (e.tx = :tx::text::xid8 and e.id > :id::bigint))
  and (:hotels::integer[] is null or e.hotel_id = any (:hotels))
  and e.topic = any (:topics::text[])
order by e.tx, e.id
limit :limit
