-- The import cache: every telegram that did not become what it says, until it does or a person settles it.

create table import_failure
(
    id                   bigint generated always as identity primary key,
    telegram_id          bigint      not null unique references telegram,
    hotel_id             integer     not null references hotel,
    channel              text,
    channel_key          text,
    booking_number       text,
    kind                 text,
    failure_class        text        not null,
    failure_code         text        not null,
    failure_args         jsonb       not null default '{}',
    stage                text        not null, -- the step of the import route that refused it
    fingerprint          text        not null, -- class, code, stage and normalised detail: one cause, one fingerprint
    state                text        not null check (state in ('waiting', 'retrying', 'escalated', 'resolved', 'dismissed')),
    attempts             integer     not null default 1 check (attempts >= 1),
    arrival              date,
    mapping_version      bigint      not null default 0, -- what the verdict was based on; see hotel_version
    availability_version bigint      not null default 0,
    resolution           text,                           -- how it ended: healed, superseded, cancelled, dismissed …
    resolved_at          timestamptz,
    archived_at          timestamptz,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    check ((state in ('resolved', 'dismissed')) = (resolved_at is not null))
) with (fillfactor = 70);
-- "the open failures of a hotel, newest first" (GET /failures)
create index import_failure_open on import_failure (hotel_id, id desc) where state in ('waiting', 'retrying', 'escalated');
-- "the open failures of all hotels, newest first" (GET /failures without a hotel)
create index import_failure_open_everywhere on import_failure (id desc) where state in ('waiting', 'retrying', 'escalated');
-- "which open failures were judged by an older mapping or by fuller nights" (release sweep)
create index import_failure_releasable on import_failure (hotel_id, failure_class, mapping_version, availability_version)
    where state in ('waiting', 'retrying', 'escalated');
-- "thirty failures of one cause are one line" (GET /failures?groupBy=fingerprint)
create index import_failure_by_cause on import_failure (hotel_id, fingerprint)
    where state in ('waiting', 'retrying', 'escalated');

-- What is only read when somebody looks at one case.
create table import_failure_payload
(
    failure_id bigint primary key references import_failure,
    translated jsonb, -- the booking in the PMS's form, as far as it could be read
    suggestion jsonb  -- upgrades with their evidence, or the proof of none
);

-- When a failure is tried again by itself. A row is here exactly as long as a try is due.
create table retry_queue
(
    failure_id  bigint primary key references import_failure,
    hotel_id    integer     not null,
    due_at      timestamptz not null,
    priority    smallint    not null default 1, -- 0 arrivals within 48 hours, 1 all others
    attempt     integer     not null,
    leased_by   text,
    lease_until timestamptz,
    fence       bigint      not null default 0
) with (fillfactor = 60);
-- "what is due now, the urgent first" (claim)
create index retry_queue_due on retry_queue (priority, due_at);

-- R6.1: every attempt, when, which hotel, which booking, how it went and how long it took.
create table attempt
(
    id             bigint generated always as identity,
    attempted_at   timestamptz not null,
    hotel_id       integer     not null,
    telegram_id    bigint      not null,
    channel        text,
    booking_number text,
    trigger        text        not null check (trigger in ('initial', 'retry', 'manual')),
    outcome        text        not null check (outcome in ('imported', 'modified', 'cancelled', 'rejected')),
    failure_class  text,
    failure_code   text,
    duration_us    bigint      not null check (duration_us >= 0),
    primary key (id, attempted_at)
) partition by range (attempted_at);
-- "the attempts of this telegram" (its timeline)
create index attempt_of_telegram on attempt (telegram_id);
-- "the attempts of a hotel in a period" (statistics)
create index attempt_of_hotel on attempt (hotel_id, attempted_at);

-- The outbox: what happened, written in the commit in which it happened, read by cursor (live feed, notifications).
create table outbox_event
(
    id          bigint generated always as identity,
    recorded_at timestamptz not null,
    hotel_id    integer,
    topic       text        not null,
    payload     jsonb       not null,
    primary key (id, recorded_at)
) partition by range (recorded_at);

select ensure_month_partitions('attempt', (now() at time zone 'UTC')::date - 31, 5);
select ensure_month_partitions('outbox_event', (now() at time zone 'UTC')::date - 31, 5);
