-- A year of twenty hotels, the first of them with half of everything. Foreign keys are not checked, for speed.
set session_replication_role = replica;

insert into hotel (code, name) select 'H' || n, 'hotel ' || n from generate_series(1, 20) n;
insert into hotel_version (hotel_id, mapping, availability) select id, 5, 5 from hotel;
insert into room_type (hotel_id, code, name, capacity, base_rate, sort_order)
select h.id, 'T' || n, 'type ' || n, 2, 10000 + n * 1000, n from hotel h, generate_series(1, 10) n;

insert into telegram (id, received_at, delivery_id, line, hotel_id, kind, channel, channel_key, data_id, booking_number, sent_at,
                      sha256, bytes, outcome, failure_class, failure_code, settled_at)
overriding system value
select n,
       now() - make_interval(secs => (200000 - n) * 20),
       ('00000000-0000-7000-8000-' || lpad((n / 10)::text, 12, '0'))::uuid,
       n % 10,
       case when n % 2 = 0 then 1 else 1 + n % 20 end,
       'NEW', 'jalan', 'jalan', 'D' || n, 'B' || n / 2, localtimestamp,
       sha256(n::text::bytea), 8000,
       case when n > 199900 then null when n % 2 = 1 then 'rejected' else 'imported' end,
       case when n <= 199900 and n % 2 = 1 then 'ROOM_MAPPING' end,
       case when n <= 199900 and n % 2 = 1 then 'mapping.unknown_code' end,
       now()
from generate_series(1, 200000) n;

insert into reservation (id, hotel_id, channel, channel_key, booking_number, status, check_in, check_out, guest_name, guest_kana,
                         room_total, options_total, header_total, discount_total, settlement, due_on_site, revision,
                         standing_telegram, details, created_at, updated_at)
select gen_random_uuid(),
       case when n % 2 = 0 then 1 else 1 + n % 20 end,
       'jalan', 'jalan', 'B' || n, 'confirmed',
       date '2027-01-01' + n % 365, date '2027-01-02' + n % 365,
       chr(19968 + n % 5000) || chr(20000 + n * 7 % 4000) || ' ' || chr(21000 + n * 13 % 3000),
       chr(12450 + n % 80) || chr(12450 + n * 3 % 80) || chr(12450 + n * 7 % 80) || ' ' || chr(12450 + n * 11 % 80) || 'ロウ',
       10000, 0, 10000, 0, 'on_site', 10000, 1, n, '{}', now(), now()
from generate_series(1, 120000) n;

insert into inventory (room_type_id, night, hotel_id, rooms, sold)
select t.id, date '2027-01-01' + n, t.hotel_id, 20, n % 20 from room_type t, generate_series(0, 599) n;

insert into import_failure (id, telegram_id, hotel_id, channel, channel_key, booking_number, kind, failure_class, failure_code,
                            stage, fingerprint, state, mapping_version, availability_version, resolved_at, archived_at,
                            created_at, updated_at)
overriding system value
select n, n * 2 - 1,
       case when n % 2 = 0 then 1 else 1 + n % 20 end,
       'jalan', 'jalan', 'B' || n, 'NEW',
       case when n % 3 = 0 then 'NO_AVAILABILITY' else 'ROOM_MAPPING' end, 'mapping.unknown_code', 'map', 'f' || n % 500,
       case when n % 40 = 0 then 'escalated' when n % 40 = 1 then 'waiting' else 'resolved' end,
       case when n % 800 < 2 then 4 else 5 end, case when n % 800 < 2 then 4 else 5 end,
       case when n % 40 < 2 then null else now() end,
       case when n % 40 < 2 or n > 99500 then null else now() end, now(), now()
from generate_series(1, 100000) n;

insert into retry_queue (failure_id, hotel_id, due_at, priority, attempt)
select n, 1 + n % 20, now() + make_interval(secs => n - 500), n % 2, 1 from generate_series(1, 100000) n;

insert into import_failure_payload (failure_id, waits_for)
select n, '{"rooms":[{"code":"0002","type":1}],"nights":[{"type":1,"night":"2027-03-01","rooms":1}]}' from generate_series(1, 100000) n;

insert into room_mapping (hotel_id, channel, code, room_type_id)
select t.hotel_id, '*', lpad(n::text, 4, '0'), t.id from room_type t, generate_series(1, 100) n where t.code = 'T1';

insert into net_room_master (hotel_id, agent_code, agent_type_code, agent_type_name, group_code, stock_adjustable, in_use, fetched_at)
select h.id, a::text, lpad(n::text, 4, '0'), 'type ' || n, n::text, true, true, now()
from hotel h, generate_series(1, 10) a, generate_series(1, 100) n;

insert into bulk_operation (id, hotel_id, action, filter, state, total, requested_by, requested_at)
values ('00000000-0000-7000-0000-000000000001', 1, 'retry', '{}', 'running', 100000, 'somebody', now());
insert into bulk_operation_item (operation_id, position, failure_id, fingerprint)
select '00000000-0000-7000-0000-000000000001', n, n, 'f' || n % 500 from generate_series(1, 100000) n;

select ensure_month_partitions('attempt', (now() - interval '3 months')::date, 5);
insert into attempt (attempted_at, hotel_id, telegram_id, channel, trigger, outcome, duration_us)
select now() - make_interval(secs => (200000 - n) * 35), case when n % 2 = 0 then 1 else 1 + n % 20 end, n, 'jalan', 'initial', 'imported', 900
from generate_series(1, 200000) n;

insert into outbox_event (recorded_at, hotel_id, topic, kind, payload, tx)
select now() - make_interval(secs => (120000 - n) * 10), 1 + n % 20, 'imports', 'import.settled', '{}', n::text::xid8 from generate_series(1, 120000) n;

insert into output (hotel_id, output_id, state, first_received_at, last_received_at, due_at, confirmed_at)
select 1 + n % 20, 'O' || n, case when n % 500 = 0 then 'due' else 'confirmed' end, now(), now(), now(),
       case when n % 500 = 0 then null else now() end
from generate_series(1, 100000) n;

insert into output_delivery (output_ref, delivery_id)
select n, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid from generate_series(1, 100000) n;

insert into hotel_connection (hotel_id, address, system_id, credentials, poll, next_poll_at)
select id, 'https://lincoln.invalid/V1', 'T', '\x00', true, now() from hotel;

insert into incident (hotel_id, fingerprint, category, code, state, first_seen, last_seen, resolved_at)
select case when n % 2 = 0 then 1 else 1 + n % 20 end, 'f' || n, 'import', 'mapping.unknown_code',
       case when n % 40 = 0 then 'open' else 'resolved' end, now() - make_interval(mins => 20000 - n),
       now() - make_interval(mins => 20000 - n), case when n % 40 = 0 then null else now() end
from generate_series(1, 20000) n;

insert into incident_telegram (incident_id, telegram_id, seen_at)
select n, n * 2 + m, now() from generate_series(1, 20000) n, generate_series(0, 1) m;

insert into delivery (id, received_at, hotel_id, via, envelope, sha256, bytes, lines)
select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now(), 1, 'http', 'answer', sha256(n::text::bytea), 8000, 10
from generate_series(1, 20000) n;

insert into telegram_raw (telegram_id, part, received_at, encoding, zstd)
select n, 0, now(), 'UTF-8', '' from generate_series(1, 20000) n;

insert into reservation_revision (reservation_id, revision, telegram_id, recorded_at, change, state)
select gen_random_uuid(), 1, n, now(), 'imported', '{}' from generate_series(1, 20000) n;

insert into reservation_room (reservation_id, room_no, code, booked_type_id, assigned_type_id, charged_type_id, adults, children,
                              first_night, end_date, amounts)
select r.id, 1, '0003', 1, 1, 1, 2, 0, r.check_in, r.check_out, '{10000}' from reservation r limit 20000;

insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority)
select f.hotel_id, f.id, t.id, 1 from room_type f join room_type t on t.hotel_id = f.hotel_id and t.id > f.id;

insert into hierarchy_blackout (hotel_id, from_date, to_date)
select h.id, date '2027-01-01' + n, date '2027-01-01' + n from hotel h, generate_series(0, 600) n;

insert into hierarchy_revision (hotel_id, version, what, before, after, made_at, made_by)
select case when n % 2 = 0 then 1 else 1 + n % 20 end, n, 'edges', '[]', '[]', now(), 'somebody' from generate_series(1, 60000) n;
insert into upgrade_decision (decided_at, hotel_id, telegram_id, reservation_id, requested_type_id, check_in, check_out, guests,
                              hierarchy_version, decided_by, evidence)
select now(), case when n % 2 = 0 then 1 else 1 + n % 20 end, n, gen_random_uuid(), 1, date '2027-03-05', date '2027-03-07', 2, 1,
       'rule', '{}'
from generate_series(1, 100000) n;
insert into cascade_proposal (id, hotel_id, state, purpose, requested_type_id, check_in, check_out, guests, rooms, window_days,
                              most_rooms, cost, method, hierarchy_version, availability_version, evidence, proposed_by, proposed_at,
                              applied_at)
select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 1 + n % 20,
       case when n > 19950 then 'proposed' when n % 2 = 0 then 'applied' else 'outdated' end,
       'stay', 1, '2027-03-01', '2027-03-02', 1, 1, 7, 6, 0, 'single', 1, 1, '{}', 'somebody',
       now() - make_interval(mins => 20000 - n), now()
from generate_series(1, 20000) n;
insert into cascade_move (proposal_id, step, reservation_id, room_no, from_type_id, to_type_id, revision, first_night, end_date, cost)
select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, m, gen_random_uuid(), 1, 1, 2, 1, '2027-03-01', '2027-03-02', 0
from generate_series(1, 20000) n, generate_series(1, 2) m;
insert into room_type_group (hotel_id, group_code, room_type_id) select hotel_id, code, id from room_type;
insert into stop_sell_proposal (id, hotel_id, room_type_id, nights, state, reason, telegram_id, proposed_at, decided_at)
overriding system value
select n, case when n % 2 = 0 then 1 else 1 + n % 20 end, 1 + n % 200,
       daterange(date '2027-01-01' + n % 500, date '2027-01-03' + n % 500),
       case when n > 19980 then 'approved' when n % 1000 = 0 then 'failed' else 'sent' end, 'no_availability', n, now(), now()
from generate_series(1, 20000) n;
insert into stop_sell_sending (proposal_id, hotel_id, request_id, state, due_at, rows, created_at)
select n, case when n % 2 = 0 then 1 else 1 + n % 20 end, 'R' || lpad(n::text, 7, '0'),
       case when n % 1000 = 0 then 'due' else 'done' end, now(),
       '[{"group":"T1","night":"2027-03-01","sale":"stop","remaining":0,"result":"done","code":null}]', now()
from generate_series(1, 19990) n;
insert into stop_sell_decision (hotel_id, room_type_id, telegram_id, nights, reason, proposal_id, decided_at, last_decided_at)
select case when n % 2 = 0 then 1 else 1 + n % 20 end, 1 + n % 200, n, daterange('2027-03-01', '2027-03-02'), 'proposed', n, now(), now()
from generate_series(1, 20000) n;
insert into stopped_night (room_type_id, night, hotel_id, proposal_id, reopens, stopped_at)
select t.id, date '2027-01-01' + n, t.hotel_id, 1, true, now() from room_type t, generate_series(1, 10) n;
insert into stock_reconciliation (hotel_id, state, asked_by, first_night, end_night, next_night, due_at, asked_at, ended_at)
select 1 + n % 20, 'done', 'rule', '2027-01-01', '2028-06-24', '2028-06-24', now(), now(), now() from generate_series(1, 12000) n;
insert into stock_difference (reconciliation_id, code, room_type_id, nights)
select n, 'sells_more', 1, daterange('2027-03-01', '2027-03-02') from generate_series(1, 12000) n;

set session_replication_role = origin;
analyze;
