-- Keeps what differs in some nights; what goes on from the nights compared before lengthens that. Index:
-- stock_difference_of_reconciliation.
with found as materialized (
    select f.code, f.room_type_id, f.group_code, f.group_name, daterange(f.first_night, f.end_night) as nights,
           f.expected_rooms, f.expected_sale, f.found_rooms, f.found_sale
    from jsonb_to_recordset(:differences::jsonb)
             as f (code text, room_type_id integer, group_code text, group_name text, first_night date, end_night date,
                   expected_rooms integer, expected_sale text, found_rooms integer, found_sale text)),
     lengthened as (
         update stock_difference d
             set nights = d.nights + f.nights
             from found f
             where d.reconciliation_id = :reconciliation
                 and upper(d.nights) = lower(f.nights)
                 and (d.code, d.room_type_id, d.group_code, d.expected_rooms, d.expected_sale, d.found_rooms, d.found_sale)
                     is not distinct from
                     (f.code, f.room_type_id, f.group_code, f.expected_rooms, f.expected_sale, f.found_rooms, f.found_sale)
             returning f.code, f.room_type_id, f.group_code, f.nights)
insert into stock_difference (reconciliation_id, code, room_type_id, group_code, group_name, nights, expected_rooms,
                              expected_sale, found_rooms, found_sale)
select :reconciliation, f.code, f.room_type_id, f.group_code, f.group_name, f.nights, f.expected_rooms, f.expected_sale,
       f.found_rooms, f.found_sale
from found f
where not exists (select
                  from lengthened l
                  where (l.code, l.room_type_id, l.group_code, l.nights) is not distinct from
                        (f.code, f.room_type_id, f.group_code, f.nights))
order by f.code, f.room_type_id, f.group_code, f.nights
