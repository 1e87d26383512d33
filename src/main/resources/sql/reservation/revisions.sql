-- How a reservation came to be as it is, the first first. Index: reservation_revision's primary key.
select v.revision, v.recorded_at, v.change, v.telegram_id, v.state
from reservation_revision v
where v.reservation_id = :id
order by v.recorded_at, v.telegram_id
