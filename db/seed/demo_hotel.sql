-- The demo hotel, made once: where there is a hotel SMP already, nothing of it is touched.
with made as (
    insert into hotel (code, name) values ('SMP', '見本ホテル東京')
        on conflict (code) do nothing
        returning id
),
     version as (
         insert into hotel_version (hotel_id) select id from made
     ),
     types as (
         insert into room_type (hotel_id, code, name, capacity, base_rate, sort_order)
             select made.id, demo.code, demo.name, demo.capacity, demo.base_rate, demo.sort_order
             from made,
                  (values ('SGL', 'シングル', 1, 9000, 1),
                          ('TWN', 'ツイン', 2, 16000, 2),
                          ('DBL', 'ダブル', 2, 14000, 3),
                          ('FAM', 'ファミリー', 5, 32000, 4),
                          ('JPN', '和室', 4, 26000, 5)) as demo (code, name, capacity, base_rate, sort_order)
             returning id, hotel_id, code, sort_order
     ),
     rooms as (
         -- Twenty on each floor: 201 … 220 singles, 301 … 320 twins, and so on.
         insert into room (hotel_id, room_type_id, number)
             select types.hotel_id, types.id, to_char((types.sort_order + 1) * 100 + n, 'FM999')
             from types,
                  generate_series(1, 20) as n
     ),
     mappings as (
         insert into room_mapping (hotel_id, channel, code, room_type_id)
             select types.hotel_id, '*', demo.code, types.id
             from types
                      join (values ('0001', 'SGL'),
                                   ('0002', 'TWN'),
                                   ('0003', 'DBL'),
                                   ('0005', 'FAM'),
                                   ('0007', 'JPN')) as demo (code, type_code) on demo.type_code = types.code
     ),
     groups as (
         insert into room_type_group (hotel_id, group_code, room_type_id)
             select types.hotel_id, demo.code, types.id
             from types
                      join (values ('1', 'SGL'),
                                   ('2', 'TWN'),
                                   ('3', 'DBL'),
                                   ('5', 'FAM'),
                                   ('7', 'JPN')) as demo (code, type_code) on demo.type_code = types.code
     ),
     edges as (
         insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority, kind)
             select lower.hotel_id, lower.id, upper.id, demo.priority, demo.kind
             from (values ('SGL', 'DBL', 1, 'up'),
                          ('SGL', 'TWN', 2, 'up'),
                          ('TWN', 'DBL', 1, 'sideways'),
                          ('TWN', 'JPN', 2, 'up'),
                          ('TWN', 'FAM', 3, 'up'),
                          ('DBL', 'FAM', 1, 'up'),
                          ('JPN', 'FAM', 1, 'up')) as demo (from_code, to_code, priority, kind)
                      join types lower on lower.code = demo.from_code
                      join types upper on upper.code = demo.to_code
     ),
     rules as (
         insert into hierarchy_rules (hotel_id) select id from made
     )
select count(*)
from made
