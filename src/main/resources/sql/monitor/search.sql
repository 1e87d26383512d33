-- What one box finds: reservations by booking number (:prefix) and, where :guests, by any part of the guest's name or reading;
-- open failures by booking number; room types by code, name, or a code that is mapped to them (:part); telegrams by exact booking
-- number. At most :limit of each; guests from :today on come first. :hotel null for all hotels. Indexes: reservation_by_number,
-- reservation_by_guest, import_failure_by_number, telegram_by_booking_number; room types are few.
with numbered as (
    select r.id, r.check_in
    from reservation r
    where lower(r.booking_number) like :prefix
      and (:hotel::integer is null or r.hotel_id = :hotel)
    order by r.check_in < :today::date, abs(r.check_in - :today::date), r.id
    limit :limit),
     named as (
         select r.id, r.check_in
         from reservation r
         where :guests::boolean
           and letters_for_search(r.guest_name || ' ' || r.guest_kana) like pattern_for_search(:text)
           and (:hotel::integer is null or r.hotel_id = :hotel)
         order by r.check_in < :today::date, abs(r.check_in - :today::date), r.id
         limit :limit),
     failed as (
         select f.id
         from import_failure f
         where lower(f.booking_number) like :prefix
           and f.state in ('waiting', 'retrying', 'escalated')
           and (:hotel::integer is null or f.hotel_id = :hotel)
         order by f.arrival, f.id
         limit :limit),
     sent as (
         select t.id
         from telegram t
         where t.booking_number = :text
           and (:hotel::integer is null or t.hotel_id = :hotel)
         order by t.id desc
         limit :limit),
     typed as (
         select t.id
         from room_type t
         where (:hotel::integer is null or t.hotel_id = :hotel)
           and (lower(t.code) like :part or lower(t.name) like :part
             or exists (select from room_mapping m where m.room_type_id = t.id and lower(m.code) like :prefix))
         order by t.hotel_id, t.sort_order, t.code
         limit :limit),
     found as (
         select 1 as place, 'failure' as kind, f.id::text as id, f.hotel_id, f.booking_number as title, f.channel as subtitle,
                f.arrival as date, f.failure_code, f.failure_args
         from failed
                  join import_failure f using (id)
         union all
         select 2, 'reservation', r.id::text, r.hotel_id, r.guest_name, r.channel || ' ' || r.booking_number, r.check_in, null, null
         from (select id from numbered union select id from named) as either
                  join reservation r using (id)
         union all
         select 3, 'roomType', t.code, t.hotel_id, t.code, t.name, null, null, null
         from typed
                  join room_type t using (id)
         union all
         select 4, 'telegram', t.id::text, t.hotel_id, t.booking_number, t.channel || ' ' || t.kind,
                (t.received_at at time zone h.time_zone)::date, null, null
         from sent
                  join telegram t using (id)
                  join hotel h on h.id = t.hotel_id)
select f.kind, f.id, h.code as hotel, f.title, f.subtitle, f.date, f.failure_code, f.failure_args
from found f
         join hotel h on h.id = f.hotel_id
order by f.place, f.date < :today::date, abs(f.date - :today::date), f.id
limit :limit
