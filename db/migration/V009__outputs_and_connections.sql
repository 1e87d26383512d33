-- How TL-Lincoln is asked for bookings, and told that we have them.

create table hotel_connection
(
    hotel_id            integer primary key references hotel,
    address             text        not null check (address ~ '^https?://'),
    system_id           text        not null,
    credentials         bytea, -- user and password, encrypted by the application; never leaves it
    poll                boolean     not null default false,
    poll_seconds        integer     not null default 120 check (poll_seconds between 60 and 300),
    connect_timeout_ms  integer     not null default 10000 check (connect_timeout_ms between 100 and 60000),
    read_timeout_ms     integer     not null default 90000 check (read_timeout_ms between 100 and 600000),
    requests_per_minute integer     not null default 30 check (requests_per_minute between 1 and 6000),
    rows_per_request    integer     not null default 30 check (rows_per_request between 1 and 1000),
    max_answer_bytes    bigint      not null default 1073741824 check (max_answer_bytes > 0),
    polled_at           timestamptz,
    next_poll_at        timestamptz,
    lease_until         timestamptz, -- one consumer a hotel (domain notes §3): whoever polls holds this
    leased_by           text,
    fence               bigint      not null default 0,
    updated_at          timestamptz not null default now()
) with (fillfactor = 70);
-- "which hotels are to be polled now"
create index hotel_connection_due on hotel_connection (next_poll_at) where poll;

-- When nobody is asked and silence is no alarm: announced maintenance, of one hotel or (null) of TL-Lincoln as a whole.
create table connection_maintenance
(
    id       bigint generated always as identity primary key,
    hotel_id integer references hotel,
    during   tstzrange not null check (not isempty(during)),
    reason   text      not null check (length(reason) between 1 and 500)
);
-- "is there maintenance now"
create index connection_maintenance_during on connection_maintenance using gist (during);

-- One answer of TL-Lincoln that wants to be confirmed. One outputId covers every telegram of it, however often it comes.
create table output
(
    id                bigint generated always as identity primary key,
    hotel_id          integer     not null references hotel,
    output_id         text        not null,
    state             text        not null check (state in ('waiting', 'due', 'confirmed', 'escalated')),
    first_received_at timestamptz not null,
    last_received_at  timestamptz not null,
    times_received    integer     not null default 1 check (times_received >= 1),
    attempts          integer     not null default 0 check (attempts >= 0),
    due_at            timestamptz,
    leased_by         text,
    lease_until       timestamptz,
    fence             bigint      not null default 0,
    confirmed_at      timestamptz,
    last_code         text,
    last_message      text,
    -- also "the same output again" (upsert on arrival)
    unique (hotel_id, output_id),
    check ((state = 'confirmed') = (confirmed_at is not null)),
    check (state <> 'due' or due_at is not null)
) with (fillfactor = 70);
comment on column output.state is 'waiting: for its telegrams (ALL_RESOLVED); due: to be confirmed; escalated: a person has to look.';
-- "which outputs are to be confirmed now" (claim)
create index output_due on output (due_at) where state = 'due';
-- "the outputs of a hotel, newest first" (GET /outputs)
create index output_of_hotel on output (hotel_id, id desc);

create table output_delivery
(
    output_ref  bigint not null references output,
    delivery_id uuid   not null,
    primary key (output_ref, delivery_id)
);
-- "which output does this telegram's delivery belong to" (may its cached failure be archived?)
create index output_delivery_of_delivery on output_delivery (delivery_id);

-- Every call to TL-Lincoln: what, how it went, how long. Never a body: it holds the password. Append-only.
create table remote_call
(
    id          bigint generated always as identity,
    called_at   timestamptz not null,
    hotel_id    integer     not null,
    service     text        not null,
    subject     text, -- the outputId or the requestId
    http_status integer,
    success     boolean     not null,
    code        text,
    message     text,
    duration_us bigint      not null check (duration_us >= 0),
    primary key (id, called_at)
) partition by range (called_at);
-- "the calls of a hotel, newest first"
create index remote_call_of_hotel on remote_call (hotel_id, called_at desc);

select ensure_month_partitions('remote_call', (now() at time zone 'UTC')::date - 31, 5);
