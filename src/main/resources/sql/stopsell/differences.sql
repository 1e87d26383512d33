-- The differences of a comparison, in their order; :after is the last id of the page above. Index:
-- stock_difference_of_reconciliation.
select d.id,
       d.code,
       t.code          as room_type,
       d.group_code,
       d.group_name,
       lower(d.nights) as from_night,
       upper(d.nights) as end_night,
       d.expected_rooms,
       d.expected_sale,
       d.found_rooms,
       d.found_sale
from stock_difference d
         left join room_type t on t.id = d.room_type_id
where d.reconciliation_id = :reconciliation
  and (:code::text is null or d.code = :code)
  and (:after::bigint is null or d.id > :after)
order by d.id
limit :limit
