-- Telling TL-Lincoln to stop (or go on) selling a type: proposed, decided, sent, and what came back.

-- Its own stock unit, the net room-type group, and the room type that stands behind it.
create table room_type_group
(
    hotel_id     integer not null,
    group_code   text    not null check (length(group_code) between 1 and 64),
    room_type_id integer not null,
    primary key (hotel_id, group_code),
    foreign key (hotel_id, room_type_id) references room_type (hotel_id, id)
);
-- "the groups to stop when this type is full"
create index room_type_group_of_type on room_type_group (room_type_id);

-- The room master as fetched: mappings are proposed from it, never made from it.
create table net_room_master
(
    hotel_id         integer     not null references hotel,
    agent_code       text        not null,
    agent_type_code  text        not null,
    agent_type_name  text,
    group_code       text,
    stock_adjustable boolean     not null,
    in_use           boolean     not null,
    fetched_at       timestamptz not null,
    primary key (hotel_id, agent_code, agent_type_code)
);
-- "what is this code that nobody has mapped" (proposal)
create index net_room_master_by_code on net_room_master (hotel_id, agent_type_code);

create table stop_sell_proposal
(
    id           bigint generated always as identity primary key,
    hotel_id     integer     not null,
    room_type_id integer     not null,
    nights       daterange   not null check (not isempty(nights) and not lower_inf(nights) and not upper_inf(nights)),
    action       text        not null default 'stop' check (action in ('stop', 'sell')),
    state        text        not null check (state in ('proposed', 'approved', 'sent', 'failed', 'dismissed')),
    reason       text        not null,
    telegram_id  bigint references telegram, -- what found the house full
    proposed_at  timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    foreign key (hotel_id, room_type_id) references room_type (hotel_id, id),
    check (state in ('proposed') or decided_at is not null),
    -- One open question for a night: the second booking that finds it full joins the first one's proposal.
    constraint stop_sell_proposal_overlap exclude using gist (room_type_id with =, nights with &&) where (state in ('proposed', 'approved'))
);
-- "the stop-sells of a hotel, newest first" (GET /stop-sells)
create index stop_sell_proposal_of_hotel on stop_sell_proposal (hotel_id, id desc);

-- One request. After a time-out the same requestId is asked for, before anything is sent again (domain notes §4.6).
create table stop_sell_sending
(
    id          bigint generated always as identity primary key,
    proposal_id bigint      not null references stop_sell_proposal,
    hotel_id    integer     not null references hotel,
    request_id  text        not null check (length(request_id) = 8),
    state       text        not null check (state in ('due', 'unknown', 'done', 'partly', 'failed')),
    attempts    integer     not null default 0 check (attempts >= 0),
    due_at      timestamptz not null,
    leased_by   text,
    lease_until timestamptz,
    fence       bigint      not null default 0,
    rows        jsonb       not null, -- group, night and status that were sent, and the result of each
    code        text,
    message     text,
    created_at  timestamptz not null,
    ended_at    timestamptz,
    unique (hotel_id, request_id)
);
comment on column stop_sell_sending.state is 'unknown: sent, no answer; the Resend service is asked before another try.';
-- "what is to be sent or asked for now" (claim)
create index stop_sell_sending_due on stop_sell_sending (due_at) where state in ('due', 'unknown');
-- "how did this proposal fare"
create index stop_sell_sending_of_proposal on stop_sell_sending (proposal_id);
