-- An output came, for the first time or again. One that was asked for after its confirmation is not confirmed over there, and
-- begins anew. Index: output's unique key.
insert into output as o (hotel_id, output_id, state, first_received_at, last_received_at, due_at)
select h.id,
       :outputId,
       case when h.confirm_policy = 'STORED' then 'due' else 'waiting' end,
       :receivedAt,
       :receivedAt,
       case when h.confirm_policy = 'STORED' then :receivedAt::timestamptz end
from hotel h
where h.id = :hotel
on conflict (hotel_id, output_id) do update
    set times_received   = o.times_received + 1,
        last_received_at = greatest(o.last_received_at, excluded.last_received_at),
        refused_at       = null,
        state            = case when o.confirmed_at < :askedAt then excluded.state else o.state end,
        due_at           = case when o.confirmed_at < :askedAt then excluded.due_at else o.due_at end,
        attempts         = case when o.confirmed_at < :askedAt then 0 else o.attempts end,
        settled_by       = case when o.confirmed_at < :askedAt then null else o.settled_by end,
        confirmed_at     = case when o.confirmed_at < :askedAt then null else o.confirmed_at end
returning id
