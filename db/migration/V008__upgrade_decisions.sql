-- Why this room, and why no other: what the upgrade engine was asked and what it answered. Append-only.

create table upgrade_decision
(
    id                bigint generated always as identity,
    decided_at        timestamptz not null,
    hotel_id          integer     not null,
    telegram_id       bigint, -- null when a person asked
    reservation_id    uuid,
    requested_type_id integer     not null,
    chosen_type_id    integer,
    check_in          date        not null,
    check_out         date        not null,
    guests            integer     not null,
    rooms             integer     not null default 1,
    hierarchy_version bigint      not null,
    decided_by        text        not null, -- the rule or the person
    evidence          jsonb       not null, -- options with their free nights, or the proof of none
    primary key (id, decided_at),
    check (check_out > check_in)
) partition by range (decided_at);
-- "what was decided for this telegram" (its timeline)
create index upgrade_decision_of_telegram on upgrade_decision (telegram_id) where telegram_id is not null;
-- "what was decided for this reservation" (its revisions)
create index upgrade_decision_of_reservation on upgrade_decision (reservation_id) where reservation_id is not null;

-- "who sleeps in this type around these nights" (cascades, and what a room that goes out of order displaces)
create index reservation_room_by_assigned_type on reservation_room (assigned_type_id, first_night);

-- Several bookings moved so that one finds room: proposed, looked at, applied, and undone if need be.
create table cascade_proposal
(
    id                   uuid primary key,
    hotel_id             integer     not null references hotel,
    state                text        not null check (state in ('proposed', 'applied', 'undone', 'rejected', 'outdated')),
    failure_id           bigint references import_failure, -- what it would heal
    requested_type_id    integer     not null references room_type,
    check_in             date        not null,
    check_out            date        not null check (check_out > check_in),
    hierarchy_version    bigint      not null,
    availability_version bigint      not null,
    evidence             jsonb       not null, -- cost, method, and why nothing simpler did
    proposed_by          text        not null,
    proposed_at          timestamptz not null,
    applied_by           text,
    applied_at           timestamptz,
    ended_by             text,
    ended_at             timestamptz,
    check (state <> 'applied' or applied_at is not null)
);
-- "the proposals of a hotel that wait for somebody" (GET …/cascades)
create index cascade_proposal_open on cascade_proposal (hotel_id, proposed_at desc) where state = 'proposed';

create table cascade_move
(
    proposal_id    uuid     not null references cascade_proposal on delete cascade,
    step           smallint not null check (step >= 1),
    reservation_id uuid     not null, -- no foreign key to its rooms: a proposal never stops a modification from rewriting them
    room_no        smallint not null,
    from_type_id   integer  not null references room_type,
    to_type_id     integer  not null references room_type,
    revision       integer  not null, -- of the reservation as it was when proposed: another one makes the proposal outdated
    primary key (proposal_id, step),
    check (from_type_id <> to_type_id)
);
-- "the proposals that a changed reservation makes outdated"
create index cascade_move_of_reservation on cascade_move (reservation_id);

select ensure_month_partitions('upgrade_decision', (now() at time zone 'UTC')::date - 31, 5);
