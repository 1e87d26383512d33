-- Reservations of a hotel by any part of the guest's name or its reading, two letters or more. Index: reservation_by_guest.
select r.id, r.channel, r.booking_number, r.status, r.check_in, r.check_out, r.guest_name, r.guest_kana
from reservation r
where r.hotel_id = :hotel
  and letters_for_search(r.guest_name || ' ' || r.guest_kana) like pattern_for_search(:guest)
order by r.check_in desc, r.id
limit :limit
