-- Rooms of each type booked for the past nights of a hotel, by weekday and by how many days before the night they were booked.
-- Stays that began more than a month before the period are left out. Index: reservation_by_arrival.
select r.booked_type_id                                        as room_type_id,
       extract(isodow from :from::date + n.nth)::integer       as weekday,
       :from::date + n.nth - b.booked_on                       as lead,
       count(*)::integer                                       as rooms
from reservation s
         cross join lateral (select (s.created_at at time zone h.time_zone)::date as booked_on
                             from hotel h
                             where h.id = s.hotel_id) b
         join reservation_room r on r.reservation_id = s.id
         cross join lateral generate_series(greatest(r.first_night - :from::date, 0),
                                            least(r.end_date, :to::date) - :from::date - 1) as n (nth)
where s.hotel_id = :hotel
  and s.status <> 'cancelled'
  and s.check_in >= :from::date - 31
  and s.check_in < :to::date
  and :from::date + n.nth >= b.booked_on
group by 1, 2, 3
