-- Approved proposals that are not put into requests yet, with the groups that stand for their type; one that another node works
-- on is passed over. Indexes: stop_sell_proposal_open, stop_sell_sending_of_proposal, room_type_group_of_type.
select p.id,
       p.hotel_id,
       p.action,
       greatest(lower(p.nights), (:now::timestamptz at time zone h.time_zone)::date)  as from_night,
       upper(p.nights)                                                               as end_night,
       array(select g.group_code
              from room_type_group g
              where g.room_type_id = p.room_type_id
              order by g.group_code)                                                 as groups,
       least(coalesce(c.rows_per_batch, 30), coalesce(l.rows_per_request, 30))       as rows_per_batch,
       coalesce(c.days_per_batch, 30)                                                as days_per_batch
from stop_sell_proposal p
         join hotel h on h.id = p.hotel_id
         left join stop_sell_policy c on c.hotel_id = p.hotel_id
         left join hotel_connection l on l.hotel_id = p.hotel_id
where p.state = 'approved'
  and not exists (select from stop_sell_sending s where s.proposal_id = p.id)
order by p.id
limit 100
for update of p skip locked
