-- What a hotel has to sell: its room types, its rooms, and per night what is taken.
create extension if not exists btree_gist;

create table hotel
(
    id             integer generated always as identity primary key,
    code           text        not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'),
    name           text        not null check (length(name) between 1 and 200),
    time_zone      text        not null default 'Asia/Tokyo',
    confirm_policy text        not null default 'STORED' check (confirm_policy in ('STORED', 'ALL_RESOLVED')),
    horizon_days   integer     not null default 540 check (horizon_days between 1 and 1830),
    created_at     timestamptz not null default now()
);

-- Counters that move when something changed that may heal a failure. A failure keeps the values it was judged by;
-- the release sweep compares (retry room). Narrow and apart from hotel, for it is written often.
create table hotel_version
(
    hotel_id     integer primary key references hotel,
    mapping      bigint not null default 0,
    availability bigint not null default 0,
    hierarchy    bigint not null default 0
) with (fillfactor = 50);

create table room_type
(
    id         integer generated always as identity primary key,
    hotel_id   integer not null references hotel,
    code       text    not null check (length(code) between 1 and 32),
    name       text    not null check (length(name) between 1 and 200),
    capacity   integer not null check (capacity between 1 and 100),
    smoking    boolean not null default false,
    base_rate  integer not null check (base_rate >= 0),
    sort_order integer not null default 0,
    unique (hotel_id, code),
    unique (hotel_id, id)
);
comment on column room_type.base_rate is 'Whole yen a night; the price by which upgrades are compared (R1.3).';

create table room
(
    id           integer generated always as identity primary key,
    hotel_id     integer not null,
    room_type_id integer not null,
    number       text    not null check (length(number) between 1 and 16),
    active       boolean not null default true,
    unique (hotel_id, number),
    foreign key (hotel_id, room_type_id) references room_type (hotel_id, id)
);
-- "how many rooms of this type", asked when a night is opened
create index room_by_type on room (room_type_id) where active;

create table room_out_of_order
(
    id         bigint generated always as identity primary key,
    room_id    integer not null references room,
    nights     daterange not null check (not isempty(nights)),
    reason     text    not null check (length(reason) between 1 and 500),
    created_at timestamptz not null default now(),
    exclude using gist (room_id with =, nights with &&)
);

-- Nights that may be sold beyond the rooms there are, by decision of the house.
create table overbooking_allowance
(
    id           bigint generated always as identity primary key,
    room_type_id integer   not null references room_type,
    nights       daterange not null check (not isempty(nights)),
    rooms        integer   not null check (rooms between 1 and 1000),
    exclude using gist (room_type_id with =, nights with &&)
);

-- A rate that differs from the base rate, night by night.
create table room_rate
(
    room_type_id integer not null references room_type,
    night        date    not null,
    amount       integer not null check (amount >= 0),
    primary key (room_type_id, night)
);

-- One row a type and night, opened when it is first needed. Narrow and updated in place (HOT).
create table inventory
(
    room_type_id integer  not null references room_type,
    night        date     not null,
    hotel_id     integer  not null,
    rooms        smallint not null check (rooms >= 0),
    out_of_order smallint not null default 0 check (out_of_order >= 0),
    overbooking  smallint not null default 0 check (overbooking >= 0),
    sold         smallint not null default 0 check (sold >= 0),
    stop_sell    boolean  not null default false,
    primary key (room_type_id, night)
) with (fillfactor = 60);
-- "the inventory of a hotel from … to …" (GET /hotels/{h}/inventory)
create index inventory_of_hotel on inventory (hotel_id, night);

-- The truth about the last room: nothing may take a night beyond rooms + allowed overbooking. The guard stands where a
-- night is taken; a room that goes out of order later may leave the night oversold, which is shown and not refused.
create function refuse_oversold_night() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'night % of room type % is full: % sold, % to sell',
        new.night, new.room_type_id, new.sold, new.rooms - new.out_of_order + new.overbooking
        using errcode = 'TG001';
end
$$;

create trigger inventory_refuses_oversold_update
    before update of sold
    on inventory
    for each row
    when (new.sold > old.sold and new.sold > new.rooms - new.out_of_order + new.overbooking)
execute function refuse_oversold_night();

create trigger inventory_refuses_oversold_insert
    before insert
    on inventory
    for each row
    when (new.sold > 0 and new.sold > new.rooms - new.out_of_order + new.overbooking)
execute function refuse_oversold_night();

-- What a night of a type has to offer, from the rooms as they are now.
create function nights_as_built(type_ids integer[], asked_nights date[])
    returns table
            (
                room_type_id integer,
                night        date,
                hotel_id     integer,
                rooms        smallint,
                out_of_order smallint,
                overbooking  smallint
            )
    language sql
    stable
as
$$
select asked.type_id,
       asked.night,
       t.hotel_id,
       (select count(*) from room r where r.room_type_id = asked.type_id and r.active)::smallint,
       (select count(*)
        from room r
                 join room_out_of_order o on o.room_id = r.id
        where r.room_type_id = asked.type_id
          and r.active
          and o.nights @> asked.night)::smallint,
       coalesce((select a.rooms
                 from overbooking_allowance a
                 where a.room_type_id = asked.type_id
                   and a.nights @> asked.night), 0)::smallint
from unnest(type_ids, asked_nights) as asked (type_id, night)
         join room_type t on t.id = asked.type_id
$$;
