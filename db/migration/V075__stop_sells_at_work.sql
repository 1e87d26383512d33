-- Stop-sells at work: what a hotel wants done by itself, why each was proposed or not, and which nights stand stopped by us.

-- Without a row a person decides everything.
create table stop_sell_policy
(
    hotel_id             integer primary key references hotel,
    mode                 text        not null default 'hand' check (mode in ('hand', 'rule')),
    reopen_automatically boolean     not null default false,
    keep_closed_margin   integer     not null default 0 check (keep_closed_margin between 0 and 1000),
    rows_per_batch       integer     not null default 30 check (rows_per_batch between 1 and 1000),
    days_per_batch       integer     not null default 30 check (days_per_batch between 1 and 366),
    changed_at           timestamptz not null,
    changed_by           text        not null
);
comment on column stop_sell_policy.mode is 'Stops are sent when a person approves them (hand), or at once (rule).';
comment on column stop_sell_policy.keep_closed_margin is
    'So many rooms are kept: a stopped night is sold again when more than these are free.';

alter table stop_sell_proposal
    add column proposed_by text    not null default 'rule', -- a person's name, or the rule
    add column reopens     boolean not null default true,
    add column decision    text; -- why it was decided so: a person's words, or a code
comment on column stop_sell_proposal.reopens is
    'Whether nights that it stops are sold again by themselves when rooms are free; false where a person wants them closed.';
-- "approved, to be put into requests" and "undecided: does it still make sense" (every few seconds)
create index stop_sell_proposal_open on stop_sell_proposal (hotel_id, state) where state in ('proposed', 'approved');
-- "is any left that a person has to look at" (the incident ends)
create index stop_sell_proposal_failed on stop_sell_proposal (hotel_id) where state = 'failed';

alter table stop_sell_sending
    add column repeats      bigint references stop_sell_sending, -- the request whose refused rows these are
    add column exhausted_at timestamptz,
    add column args         jsonb; -- the facts of code, for its words
comment on column stop_sell_sending.exhausted_at is
    'Since when it is left to a person: its attempts are used up. Until he tries again nothing of it is due.';
drop index stop_sell_sending_due;
-- "what is to be sent or asked for now" (claim)
create index stop_sell_sending_due on stop_sell_sending (due_at)
    where state in ('due', 'unknown') and exhausted_at is null;

-- Nights that TL-Lincoln does not sell because we said so. What a person stops in the calendar alone is not here.
create table stopped_night
(
    room_type_id integer     not null,
    night        date        not null,
    hotel_id     integer     not null,
    proposal_id  bigint      not null references stop_sell_proposal,
    reopens      boolean     not null,
    stopped_at   timestamptz not null,
    primary key (room_type_id, night),
    foreign key (hotel_id, room_type_id) references room_type (hotel_id, id)
);
comment on column stopped_night.reopens is
    'False where a person wants it closed: he stopped it, or did not want it sold again, or had stopped it in the calendar before.';
-- "on which nights that we stopped are rooms free again" (every few seconds)
create index stopped_night_reopening on stopped_night (hotel_id) where reopens;
-- "the stopped nights of a hotel" (reconciliation; those that are over leave)
create index stopped_night_of_hotel on stopped_night (hotel_id, night);

-- What was decided for a telegram that found no room, also that there was nothing to do (domain notes §9, "silent skip"). The
-- same decision for the same telegram is counted: it is tried again and again.
create table stop_sell_decision
(
    id              bigint generated always as identity primary key,
    hotel_id        integer     not null references hotel,
    room_type_id    integer     not null references room_type,
    telegram_id     bigint      not null references telegram,
    nights          daterange   not null check (not isempty(nights)),
    reason          text        not null,
    proposal_id     bigint references stop_sell_proposal,
    times           integer     not null default 1 check (times >= 1),
    decided_at      timestamptz not null,
    last_decided_at timestamptz not null,
    unique (telegram_id, room_type_id, nights, reason)
);
-- "what was decided in a hotel, newest first"
create index stop_sell_decision_of_hotel on stop_sell_decision (hotel_id, id desc);
-- "whom does this proposal serve"
create index stop_sell_decision_of_proposal on stop_sell_decision (proposal_id);

-- Rooms of a type on a night that may still be sold: what is free, without those that bookings wait for which the OTAs have sold
-- already. Below 0 where more are waiting than are free.
create function rooms_left_to_sell(type_ids integer[], asked_nights date[])
    returns table
            (
                room_type_id integer,
                night        date,
                rooms        integer
            )
    language sql
    stable
as
$$
with asked as materialized (
    select distinct a.type_id, a.night
    from unnest(type_ids, asked_nights) as a (type_id, night)),
     waiting as (
         select short.type, short.night, sum(short.rooms)::integer as rooms
         from import_failure f
                  join import_failure_payload p on p.failure_id = f.id
                  cross join lateral jsonb_to_recordset(p.waits_for -> 'nights') as short (type integer, night date, rooms integer)
         where f.failure_class = 'NO_AVAILABILITY'
           and f.state in ('waiting', 'retrying', 'escalated')
           and f.hotel_id in (select t.hotel_id from room_type t where t.id = any (type_ids))
         group by short.type, short.night)
select a.type_id,
       a.night,
       coalesce(i.rooms - i.out_of_order + i.overbooking - i.sold,
                (select b.rooms - b.out_of_order + b.overbooking
                 from nights_as_built(array [a.type_id], array [a.night]) as b),
                0) - coalesce(w.rooms, 0)
from asked a
         left join inventory i on i.room_type_id = a.type_id and i.night = a.night
         left join waiting w on w.type = a.type_id and w.night = a.night
$$;
