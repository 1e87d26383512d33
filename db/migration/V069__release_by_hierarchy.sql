-- Up to which relations and rules the failures of a hotel were looked through: a change of them may find a booking a room.
alter table release_cursor
    add column hierarchy bigint not null default 0;
comment on column import_failure_payload.waits_for is 'What heals it: codes (rooms), short nights (nights), or the short nights of any other type that a rule may give (others).';
