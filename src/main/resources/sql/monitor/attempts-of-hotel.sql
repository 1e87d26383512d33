-- How the attempts of a hotel in a period went. Index: attempt_of_hotel.
select a.channel, a.trigger, a.outcome, a.failure_class, count(*) as attempts, sum(a.duration_us) as duration_us
from attempt a
where a.hotel_id = :hotel
  and a.attempted_at >= :from
  and a.attempted_at < :to
group by a.channel, a.trigger, a.outcome, a.failure_class
