-- Outputs that are not confirmed, by their state, and since when the oldest of them is here. :hotel null for all hotels. Index:
-- output_open.
select count(*)                                        as open,
       count(*) filter (where o.state = 'waiting')     as waiting,
       count(*) filter (where o.state = 'due')         as due,
       count(*) filter (where o.state = 'escalated')   as escalated,
       min(o.first_received_at)                        as oldest
from output o
where o.state <> 'confirmed'
  and (:hotel::integer is null or o.hotel_id = :hotel)
