-- (hotel, channel, code, dates) -> room type. A channel's own row comes before the row of any channel ('*').

create table room_mapping
(
    id           bigint generated always as identity primary key,
    hotel_id     integer     not null,
    channel      text        not null check (length(channel) between 1 and 100),
    code         text        not null check (length(code) between 1 and 64 and code = btrim(code)),
    room_type_id integer     not null,
    validity     daterange   not null default '(,)' check (not isempty(validity)),
    created_at   timestamptz not null default now(),
    foreign key (hotel_id, room_type_id) references room_type (hotel_id, id),
    -- Two rows that answer the same question for the same night: the database refuses, not the service.
    constraint room_mapping_overlap exclude using gist (hotel_id with =, channel with =, code with =, validity with &&)
);
