-- What the house itself does with a reservation: guests moved to another type, and who is not to be moved.
alter table reservation
    add column locked       boolean not null default false,
    add column vip          boolean not null default false,
    add column room_changes integer not null default 0 check (room_changes >= 0);
comment on column reservation.locked is 'A person does not want this stay moved: cascades leave it alone.';
comment on column reservation.vip is 'A guest whom cascades treat with care.';
comment on column reservation.room_changes is 'How often rooms were moved by the house; revision counts these beside the telegrams.';
