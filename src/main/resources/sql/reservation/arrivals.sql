-- Reservations of a hotel in the order of their arrival, from :from to the day before :to, behind the one that :afterArrival and
-- :afterId name; those without an arrival (cancelled before anything of them could be read) come last.
-- Index: reservation_by_arrival; with a booking number, reservation's unique key.
select r.id
from reservation r
where r.hotel_id = :hotel
  and (:from::date is null or r.check_in >= :from::date)
  and (:to::date is null or r.check_in < :to::date)
  and (:channel::text is null or r.channel = :channel)
  and (:bookingNumber::text is null or r.booking_number = :bookingNumber)
  and (:status::text is null or r.status = :status)
  and (:afterId::uuid is null
    or r.check_in > :afterArrival::date
    or (r.check_in = :afterArrival::date and r.id > :afterId::uuid)
    or (r.check_in is null and (:afterArrival::date is not null or r.id > :afterId::uuid)))
order by r.check_in, r.id
limit :limit
