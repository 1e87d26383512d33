-- Retries: who holds one and by which number, how each hotel wants them, and what would heal a failure at once.

-- Every claim and every verdict takes a number that was never given before: who comes late never finds his own again, not
-- even when the row was deleted and made anew meanwhile.
create sequence retry_fence;

alter table retry_queue
    alter column fence set default nextval('retry_fence'),
    add column urgent_at timestamptz,                 -- from then on its guest arrives within 48 hours; null: unknown
    add column remote    boolean not null default false; -- waits for TL-Lincoln: left alone while the hotel's circuit is open

-- Claims, renewals and returns touch no indexed column and find room on their page (HOT); what is done is deleted. So the
-- index grows with what is scheduled and not with what is tried.
alter table retry_queue
    set (fillfactor = 45, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
drop index retry_queue_due;
-- "what is due now, the urgent first", from where the last page of the same look ended (claim)
create index retry_queue_due on retry_queue (priority, due_at, failure_id);
-- "whose guests have come within 48 hours since" (promotion)
create index retry_queue_becoming_urgent on retry_queue (urgent_at) where priority > 0;
-- "in which hotels does something wait for TL-Lincoln" (asking for their circuits)
create index retry_queue_remote on retry_queue (hotel_id) where remote;

update retry_queue q
set urgent_at = (f.arrival::timestamp at time zone h.time_zone) - interval '48 hours'
from import_failure f
         join hotel h on h.id = f.hotel_id
where f.id = q.failure_id
  and f.arrival is not null;

-- How a hotel wants its failures tried again; without a row the settings of the house hold.
create table retry_policy
(
    hotel_id     integer primary key references hotel,
    base_seconds integer     not null check (base_seconds between 1 and 86400),
    cap_seconds  integer     not null check (cap_seconds between base_seconds and 604800),
    attempts     integer     not null check (attempts between 1 and 100),
    changed_at   timestamptz not null,
    changed_by   text        not null
);

-- Up to which state of a hotel its failures were looked through for what a change has healed.
create table release_cursor
(
    hotel_id     integer primary key references hotel,
    mapping      bigint not null,
    availability bigint not null
) with (fillfactor = 50);

-- What has to change for it to heal: the room codes with the types that they stood for, and the nights that were short of
-- rooms. Null for failures judged before this migration: those are tried at every change.
alter table import_failure_payload
    add column waits_for jsonb;

-- Counts every verdict and every hand laid on the case, so that of two people who act at once the second is told.
alter table import_failure
    add column version integer not null default 1;
-- "how many wait for a person" (gauge)
create index import_failure_escalated on import_failure (hotel_id) where state = 'escalated';
