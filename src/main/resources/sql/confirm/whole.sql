-- Outputs as they are listed, in the order of :ids. Indexes: output's primary key, output_delivery's primary key,
-- telegram_of_delivery, import_failure's unique key.
select o.id,
       h.code as hotel,
       h.time_zone,
       o.output_id,
       o.state,
       o.first_received_at,
       o.last_received_at,
       o.times_received,
       o.attempts,
       o.due_at,
       o.confirmed_at,
       o.settled_by,
       o.last_code,
       o.last_args,
       held.telegrams,
       held.unresolved
from unnest(:ids::bigint[]) with ordinality as wanted (id, place)
         join output o on o.id = wanted.id
         join hotel h on h.id = o.hotel_id
         left join lateral (select count(distinct standing.id)                                                as telegrams,
                                   count(distinct standing.id)
                                   filter (where standing.outcome is null
                                       or f.state in ('waiting', 'retrying', 'escalated'))                    as unresolved
                            from output_delivery d
                                     join telegram t on t.delivery_id = d.delivery_id
                                     join telegram standing on standing.id = coalesce(t.original_id, t.id)
                                     left join import_failure f on f.telegram_id = standing.id
                            where d.output_ref = o.id) held on true
order by wanted.place
