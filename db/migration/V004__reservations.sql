-- What the hotel holds. One reservation for each booking key, whatever arrives and however often.

create table reservation
(
    id                  uuid primary key,
    hotel_id            integer     not null references hotel,
    channel             text        not null,
    channel_key         text        not null,
    booking_number      text        not null,
    status              text        not null check (status in ('confirmed', 'cancelled', 'checked_in', 'departed')),
    check_in            date        not null,
    check_out           date        not null check (check_out > check_in),
    guest_name          text        not null,
    guest_kana          text        not null,
    room_total          bigint      not null,
    options_total       bigint      not null,
    header_total        bigint      not null,
    discount_total      bigint      not null,
    cancellation_charge bigint,
    settlement          text        not null check (settlement in ('on_site', 'card_prepaid', 'agent_prepaid', 'corporate', 'partial')),
    due_on_site         bigint      not null,
    plan_code           text,
    plan_name           text,
    flags               text[]      not null default '{}',
    revision            integer     not null check (revision >= 1),
    standing_telegram   bigint      not null references telegram, -- the new or modification that stands
    details             jsonb       not null,                     -- names as sent, contact, requests, options, meals, discounts
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    unique (hotel_id, channel_key, booking_number)
) with (fillfactor = 85);
-- "arrivals of a hotel from … to …" (GET /hotels/{h}/reservations?from&to)
create index reservation_by_arrival on reservation (hotel_id, check_in);
-- "the guest named …" (GET /hotels/{h}/reservations?guest=): anywhere in the name, in either spelling. A trigram needs three
-- letters and a Japanese family name has two, so every letter is doubled, in the index and in what is searched.
create extension if not exists pg_trgm;
create function letters_for_search(name text) returns text
    language sql
    immutable strict parallel safe
as
$$
select regexp_replace(lower(name), '(.)', '\1\1', 'g')
$$;
create function pattern_for_search(part text) returns text
    language sql
    immutable strict parallel safe
as
$$
select '%' || regexp_replace(letters_for_search(part), '([\\%_])', '\\\1', 'g') || '%'
$$;
comment on function pattern_for_search(text) is 'For LIKE on letters_for_search: finds this part anywhere, taking % and _ as the letters they are.';
create index reservation_by_guest on reservation using gin (letters_for_search(guest_name || ' ' || guest_kana) gin_trgm_ops);

-- A room of a reservation, or the part of a stay that it spends in one type (flag room_move). Its nights are an array
-- that begins at first_night: one price for every night cannot be broken, and a stay is one narrow row.
create table reservation_room
(
    reservation_id   uuid      not null references reservation,
    room_no          smallint  not null check (room_no >= 1),
    code             text      not null, -- what the OTA calls the type
    booked_type_id   integer   not null references room_type,
    assigned_type_id integer   not null references room_type,
    charged_type_id  integer   not null references room_type,
    adults           smallint  not null check (adults >= 0),
    children         smallint  not null check (children >= 0),
    first_night      date      not null,
    end_date         date      not null check (end_date > first_night),
    amounts          integer[] not null,
    primary key (reservation_id, room_no),
    check (cardinality(amounts) = end_date - first_night and array_position(amounts, null) is null)
) with (fillfactor = 85);
comment on column reservation_room.amounts is 'Whole yen for each night from first_night to the one before end_date.';

-- How a reservation came to be as it is. Append-only: rows are never changed and never deleted one by one.
create table reservation_revision
(
    reservation_id uuid        not null,
    revision       integer     not null,
    telegram_id    bigint      not null,
    recorded_at    timestamptz not null,
    change         text        not null, -- imported, modified, cancelled, placed
    state          jsonb       not null, -- the reservation as it stood afterwards
    primary key (reservation_id, recorded_at, telegram_id)
) partition by range (recorded_at);

select ensure_month_partitions('reservation_revision', (now() at time zone 'UTC')::date - 31, 5);
