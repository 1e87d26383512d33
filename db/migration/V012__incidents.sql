-- What a person should know of. Thirty failures of one cause are one incident with a count.

create table incident
(
    id               bigint generated always as identity primary key,
    hotel_id         integer references hotel, -- null: the whole house
    fingerprint      text        not null,
    category         text        not null, -- import, confirmation, health …
    severity         text        not null default 'warning' check (severity in ('info', 'warning', 'critical')),
    code             text        not null,
    failure_class    text,
    arguments        jsonb       not null default '{}', -- for the words of the catalogue; no personal data
    state            text        not null default 'open' check (state in ('open', 'acknowledged', 'resolved')),
    occurrences      bigint      not null default 1 check (occurrences >= 1),
    first_seen       timestamptz not null,
    last_seen        timestamptz not null check (last_seen >= first_seen),
    escalation       smallint    not null default 0 check (escalation >= 0),
    next_reminder_at timestamptz,
    acknowledged_by  text,
    acknowledged_at  timestamptz,
    acknowledgement  text,
    resolved_by      text, -- a person, or null when the cause is gone by itself
    resolved_at      timestamptz,
    resolution       text,
    check ((state = 'resolved') = (resolved_at is not null)),
    check (state <> 'acknowledged' or (acknowledged_by is not null and acknowledged_at is not null))
) with (fillfactor = 70);
-- One living incident for each cause; whoever raises it again joins it:
-- insert … on conflict (hotel_id, fingerprint) where state <> 'resolved' do update set occurrences = …
create unique index incident_living on incident (hotel_id, fingerprint) nulls not distinct where state <> 'resolved';
-- "the incidents of a hotel, newest first" (GET /notifications)
create index incident_of_hotel on incident (hotel_id, last_seen desc);
-- "whose reminder or escalation is due"
create index incident_reminder on incident (next_reminder_at) where state <> 'resolved' and next_reminder_at is not null;

-- Which telegrams belong to it; the key makes counting one twice impossible.
create table incident_telegram
(
    incident_id bigint      not null references incident,
    telegram_id bigint      not null references telegram,
    seen_at     timestamptz not null,
    primary key (incident_id, telegram_id)
);
-- "the incidents of this telegram" (its timeline; what to resolve when it heals)
create index incident_telegram_of_telegram on incident_telegram (telegram_id);

-- When somebody is told, and about what.
create table notification_rule
(
    id               bigint generated always as identity primary key,
    hotel_id         integer references hotel,
    name             text        not null check (length(name) between 1 and 200),
    enabled          boolean     not null default true,
    category         text,
    failure_class    text,
    severity         text        not null default 'warning' check (severity in ('info', 'warning', 'critical')),
    condition        jsonb       not null default '{}', -- metric, threshold, window; empty: every incident
    group_seconds    integer     not null default 60 check (group_seconds >= 0),
    repeat_seconds   integer     not null default 14400 check (repeat_seconds >= 60),
    escalate_seconds integer check (escalate_seconds >= 60),
    inhibits         text[]      not null default '{}', -- categories that are mute while this one is open
    updated_at       timestamptz not null default now(),
    unique nulls not distinct (hotel_id, name)
);

create table notification_channel
(
    id         bigint generated always as identity primary key,
    name       text        not null unique check (length(name) between 1 and 200),
    kind       text        not null check (kind in ('in_app', 'email', 'webhook')),
    enabled    boolean     not null default true,
    settings   jsonb       not null default '{}', -- addresses, URL, format
    secret     bytea, -- signing key or password, encrypted by the application
    updated_at timestamptz not null default now()
);

create table notification_subscription
(
    id           bigint generated always as identity primary key,
    username     text        not null,
    channel_id   bigint      not null references notification_channel,
    hotel_id     integer references hotel,
    category     text,
    min_severity text        not null default 'warning' check (min_severity in ('info', 'warning', 'critical')),
    escalation   smallint    not null default 0 check (escalation >= 0), -- told from this step on
    quiet_from   time,
    quiet_to     time,
    time_zone    text        not null default 'Asia/Tokyo',
    enabled      boolean     not null default true,
    unique nulls not distinct (username, channel_id, hotel_id, category),
    check ((quiet_from is null) = (quiet_to is null))
);
-- "who is to be told of an incident of this hotel"
create index notification_subscription_of_hotel on notification_subscription (hotel_id) where enabled;

create table notification_silence
(
    id          bigint generated always as identity primary key,
    hotel_id    integer references hotel,
    category    text,
    fingerprint text,
    owner       text        not null,
    reason      text        not null check (length(reason) between 1 and 500),
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at)
);
-- "is this silenced now"
create index notification_silence_until on notification_silence (ends_at);

-- The outbox of messages to people.
create table notification_delivery
(
    id              bigint generated always as identity primary key,
    idempotency_key text        not null unique, -- the same message never twice, whatever crashes on the way
    incident_id     bigint references incident, -- null: a channel's test
    channel_id      bigint      not null references notification_channel,
    subscription_id bigint references notification_subscription on delete set null,
    occasion        text        not null check (occasion in ('raised', 'repeated', 'escalated', 'resolved', 'quiet_hours_over', 'test')),
    state           text        not null default 'due' check (state in ('due', 'delivered', 'failed', 'suppressed')),
    payload         jsonb       not null,
    attempts        integer     not null default 0 check (attempts >= 0),
    due_at          timestamptz not null,
    leased_by       text,
    lease_until     timestamptz,
    fence           bigint      not null default 0,
    last_error      text,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    check ((state = 'due') = (ended_at is null))
) with (fillfactor = 70);
-- "what is to be delivered now" (claim)
create index notification_delivery_due on notification_delivery (due_at) where state = 'due';
-- "who was told of this incident"
create index notification_delivery_of_incident on notification_delivery (incident_id);
