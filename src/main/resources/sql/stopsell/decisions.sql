-- What was decided for telegrams that found no room, the newest first; :before is the last id of the page above, :hotel null for
-- all hotels. Indexes: stop_sell_decision_of_hotel, stop_sell_decision's primary key, telegram's primary key, import_failure's
-- unique key.
select d.id,
       h.code          as hotel,
       h.time_zone,
       t.code          as room_type,
       d.telegram_id,
       f.id            as failure_id,
       c.channel,
       c.booking_number,
       lower(d.nights) as from_night,
       upper(d.nights) as end_night,
       d.reason,
       d.proposal_id,
       d.times,
       d.decided_at,
       d.last_decided_at
from stop_sell_decision d
         join hotel h on h.id = d.hotel_id
         join room_type t on t.id = d.room_type_id
         join telegram c on c.id = d.telegram_id
         left join import_failure f on f.telegram_id = d.telegram_id
where (:hotel::integer is null or d.hotel_id = :hotel)
  and (:reason::text is null or d.reason = :reason)
  and (:before::bigint is null or d.id < :before)
order by d.id desc
limit :limit
