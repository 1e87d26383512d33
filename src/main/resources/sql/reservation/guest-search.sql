-- Reservations of a hotel by any part of the guest's name or its reading, in the order of their arrival; the other filters as
-- in arrivals.sql. Index: reservation_by_guest; the names found are few, so they are sorted afterwards.
with found as materialized (
    select r.id, r.check_in
    from reservation r
    where r.hotel_id = :hotel
      and letters_for_search(r.guest_name || ' ' || r.guest_kana) like pattern_for_search(:guest)
      and (:from::date is null or r.check_in >= :from::date)
      and (:to::date is null or r.check_in < :to::date)
      and (:channel::text is null or r.channel = :channel)
      and (:bookingNumber::text is null or r.booking_number = :bookingNumber)
      and (:status::text is null or r.status = :status))
select f.id
from found f
where :afterId::uuid is null
   or f.check_in > :afterArrival::date
   or (f.check_in = :afterArrival::date and f.id > :afterId::uuid)
   or (f.check_in is null and (:afterArrival::date is not null or f.id > :afterId::uuid))
order by f.check_in, f.id
limit :limit
