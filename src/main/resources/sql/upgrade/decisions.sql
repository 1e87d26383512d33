-- What was decided in a hotel, the newest first. Indexes: upgrade_decision_of_telegram, upgrade_decision_of_reservation,
-- upgrade_decision_of_hotel.
select d.id, d.decided_at, d.telegram_id, d.reservation_id, requested.code as requested, chosen.code as chosen,
       d.check_in, d.check_out, d.guests, d.rooms, d.hierarchy_version, d.decided_by, d.evidence
from upgrade_decision d
         join room_type requested on requested.id = d.requested_type_id
         left join room_type chosen on chosen.id = d.chosen_type_id
where d.hotel_id = :hotel
  and (:telegram::bigint is null or d.telegram_id = :telegram)
  and (:reservation::uuid is null or d.reservation_id = :reservation)
  and (:before::bigint is null or d.id < :before)
order by d.id desc
limit :limit
