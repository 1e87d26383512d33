-- Bulk operations: driven by one node at a time, in waves, with what they met.

alter table bulk_operation
    add column reason      text,
    add column done        integer not null default 0 check (done >= 0),
    add column failed      integer not null default 0 check (failed >= 0),
    add column skipped     integer not null default 0 check (skipped >= 0),
    add column met         jsonb,                       -- why it paused: the failure that came again, and on which item
    add column accepted    text[]  not null default '{}', -- fingerprints that somebody said to go on with
    add column leased_by   text,
    add column lease_until timestamptz,
    add column fence       bigint  not null default 0;
-- "the operations of a hotel, newest first" (GET /failures/bulk)
create index bulk_operation_of_hotel on bulk_operation (hotel_id, id desc);

alter table bulk_operation_item
    add column fingerprint text,       -- of the failure when the set was frozen
    add column reason      text;       -- the code that says why it was skipped or failed
-- "what was skipped, what failed" (GET /failures/bulk/{id}/items?state=)
create index bulk_operation_item_by_state on bulk_operation_item (operation_id, state, position)
    where state in ('failed', 'skipped');
