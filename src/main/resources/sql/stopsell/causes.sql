-- The telegrams that stop-sells serve, the oldest first. Indexes: stop_sell_decision_of_proposal, telegram's primary key,
-- import_failure's unique key.
select d.proposal_id,
       d.telegram_id,
       f.id            as failure_id,
       c.channel,
       c.booking_number,
       lower(d.nights) as from_night,
       upper(d.nights) as end_night,
       d.reason,
       d.times,
       d.decided_at,
       d.last_decided_at
from stop_sell_decision d
         join telegram c on c.id = d.telegram_id
         left join import_failure f on f.telegram_id = d.telegram_id
where d.proposal_id = any (:ids::bigint[])
order by d.proposal_id, d.id
