-- Our stock beside TL-Lincoln's, night by night, and every difference explained.

create table stock_reconciliation
(
    id          bigint generated always as identity primary key,
    hotel_id    integer     not null references hotel,
    state       text        not null check (state in ('due', 'done', 'failed')),
    asked_by    text        not null, -- a person's name, or the rule
    first_night date        not null,
    end_night   date        not null, -- the night after the last
    next_night  date        not null, -- up to here it is compared
    compared    integer     not null default 0 check (compared >= 0),
    attempts    integer     not null default 0 check (attempts >= 0),
    due_at      timestamptz not null,
    leased_by   text,
    lease_until timestamptz,
    fence       bigint      not null default 0,
    last_code   text,
    last_args   jsonb, -- the facts of last_code, for its words
    asked_at    timestamptz not null,
    ended_at    timestamptz,
    check (first_night < end_night and next_night between first_night and end_night),
    check ((state = 'due') = (ended_at is null))
);
comment on column stock_reconciliation.compared is 'Figures that both sides have: one for each type and night.';
-- One at a time for a hotel; also "is one under way" (asking by hand)
create unique index stock_reconciliation_under_way on stock_reconciliation (hotel_id) where state = 'due';
-- "what is to be compared now" (claim)
create index stock_reconciliation_due on stock_reconciliation (due_at) where state = 'due';
-- "the results of a hotel, newest first"
create index stock_reconciliation_of_hotel on stock_reconciliation (hotel_id, id desc);

-- Nights in a row with the same facts are one difference.
create table stock_difference
(
    id                bigint generated always as identity primary key,
    reconciliation_id bigint    not null references stock_reconciliation,
    code              text      not null,
    room_type_id      integer references room_type, -- null: a group that stands for none of our types
    group_code        text,                         -- null: a type without a group
    group_name        text,
    nights            daterange not null check (not isempty(nights)),
    expected_rooms    integer,
    expected_sale     text check (expected_sale in ('sell', 'stop')),
    found_rooms       integer,
    found_sale        text,
    check (room_type_id is not null or group_code is not null)
);
-- "the differences of a reconciliation"
create index stock_difference_of_reconciliation on stock_difference (reconciliation_id, id);
