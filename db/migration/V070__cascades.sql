-- Cascades: what a proposal was asked for, how far was looked, what it frees; and what is needed to take it back.
alter table cascade_proposal
    add column purpose       text     not null default 'stay' check (purpose in ('stay', 'day')),
    add column rooms         smallint not null default 1 check (rooms >= 0),
    add column guests        smallint not null default 1 check (guests >= 0),
    add column freed_type_id integer references room_type,
    add column window_days   smallint not null default 7 check (window_days >= 0),
    add column most_rooms    smallint not null default 6 check (most_rooms >= 1),
    add column cost          bigint   not null default 0 check (cost >= 0),
    add column method        text     not null default 'mip' check (method in ('single', 'mip'));
comment on column cascade_proposal.purpose is 'A stay that needs rooms, or a day of a type that is oversold.';
comment on column cascade_proposal.cost is 'Whole yen that better rooms are given away for (docs/decisions/0016-cascades.md).';
alter table cascade_proposal
    alter column purpose drop default,
    alter column rooms drop default,
    alter column guests drop default,
    alter column window_days drop default,
    alter column most_rooms drop default,
    alter column cost drop default,
    alter column method drop default;
-- "the proposals of a hotel, the newest first" (GET …/cascades?state=)
create index cascade_proposal_of_hotel on cascade_proposal (hotel_id, id desc);

alter table cascade_move
    add column first_night      date   not null default current_date,
    add column end_date         date   not null default current_date + 1,
    add column cost             bigint not null default 0 check (cost >= 0),
    add column applied_revision integer,
    add constraint cascade_move_nights check (end_date > first_night);
comment on column cascade_move.applied_revision is 'Of the reservation right after the move: another one bars taking it back.';
alter table cascade_move
    alter column first_night drop default,
    alter column end_date drop default,
    alter column cost drop default;
