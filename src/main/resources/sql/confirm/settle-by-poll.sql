-- An output whose confirmation was refused, and that a later poll did not bring again, is confirmed: the answer of an earlier
-- attempt was lost, or TL-Lincoln gave it another id and will deliver it under that. Should it come after all, it begins anew.
-- Indexes: output_refused, hotel_connection's primary key.
update output o
set state        = 'confirmed',
    confirmed_at = :now,
    settled_by   = 'poll',
    due_at       = null,
    leased_by    = null,
    lease_until  = null
from hotel_connection c
where c.hotel_id = o.hotel_id
  and o.refused_at is not null
  and o.state <> 'confirmed'
  and (o.lease_until is null or o.lease_until < :now)
  and c.polled_well_at > o.refused_at
  and o.last_received_at < o.refused_at
returning o.id, o.hotel_id
