-- Back to the base rate on the nights of a type from :from to the day before :to that fall on these days of the week (1 is
-- Monday). Index: the primary key of room_rate.
delete
from room_rate
where room_type_id = :type
  and night >= :from
  and night < :to
  and extract(isodow from night) = any (:weekdays::integer[])
