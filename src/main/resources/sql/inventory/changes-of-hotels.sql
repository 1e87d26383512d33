-- How far the inventory of the hotels has come that this node holds in memory; asked every second. Index: the primary key.
select v.hotel_id, v.inventory
from hotel_version v
where v.hotel_id = any (:hotels::integer[])
