-- Which room type may be given in place of which (R1, R5), per hotel.
-- The version of the whole graph, for If-Match and for what was decided by it, is hotel_version.hierarchy.

create table hierarchy_edge
(
    id           bigint generated always as identity primary key,
    hotel_id     integer     not null,
    from_type_id integer     not null,
    to_type_id   integer     not null,
    priority     smallint    not null check (priority between 1 and 1000),
    kind         text        not null default 'up' check (kind in ('up', 'sideways')),
    active       boolean     not null default true,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    foreign key (hotel_id, from_type_id) references room_type (hotel_id, id),
    foreign key (hotel_id, to_type_id) references room_type (hotel_id, id),
    -- also "the upgrades of this type, and of all types of a hotel", walked for every suggestion
    constraint hierarchy_edge_pair unique (hotel_id, from_type_id, to_type_id),
    constraint hierarchy_edge_not_to_itself check (from_type_id <> to_type_id)
);
comment on column hierarchy_edge.priority is '1 is best; compared step by step along a path (R1.3).';
-- "what leads to this type", walked by cascades and when a type is given up
create index hierarchy_edge_backwards on hierarchy_edge (hotel_id, to_type_id);

-- One row a hotel; null is no limit. No row means all of the defaults.
create table hierarchy_rules
(
    hotel_id                       integer primary key references hotel,
    max_upgrade_levels             integer check (max_upgrade_levels >= 0),
    price_difference_limit         integer check (price_difference_limit >= 0),
    price_difference_limit_percent integer check (price_difference_limit_percent >= 0),
    capacity_required              boolean     not null default true,
    smoking                        text        not null default 'any' check (smoking in ('match', 'any')),
    freeze_days                    integer check (freeze_days >= 0),
    displacement_first             boolean     not null default false,
    updated_at                     timestamptz not null default now()
);
comment on column hierarchy_rules.price_difference_limit is 'Whole yen a night, base rate of the option less that of the requested type.';
comment on column hierarchy_rules.freeze_days is 'A stay that begins within so many days is not moved by a cascade.';
comment on column hierarchy_rules.displacement_first is 'Options are ordered by the expected loss of the better type before anything else.';

-- Nights on which nobody is upgraded; both dates included, as people say them.
create table hierarchy_blackout
(
    hotel_id  integer not null references hotel,
    from_date date    not null,
    to_date   date    not null,
    primary key (hotel_id, from_date, to_date),
    check (to_date >= from_date)
);
