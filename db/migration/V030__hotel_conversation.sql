-- What a hotel's conversation with TL-Lincoln needs to know of itself: rhythm, breaker, back-off, and whose turn it is.

alter table hotel_connection
    -- Counts up with every change by a person; a node that holds what it made of an older one makes it anew.
    add column version            bigint      not null default 1,
    add column night_poll_seconds integer     not null default 300 check (night_poll_seconds between 60 and 300),
    add column day_begins         time        not null default '07:00',
    add column day_ends           time        not null default '23:00',
    add column breaker_failures   integer     not null default 5 check (breaker_failures between 1 and 100),
    add column breaker_open_ms    integer     not null default 60000 check (breaker_open_ms between 100 and 3600000),
    add column alarm_after        integer     not null default 3 check (alarm_after between 1 and 100),
    add column polled_well_at     timestamptz, -- when the last poll that succeeded was sent
    add column poll_failures      integer     not null default 0 check (poll_failures >= 0),
    add column last_code          text,
    add column last_args          jsonb,
    add column backoff_step       integer     not null default 0 check (backoff_step >= 0),
    add column backoff_until      timestamptz,
    add column unsettled_since    timestamptz;
comment on column hotel_connection.unsettled_since is
    'A poll was sent and its answer is not stored: what it held may have grown an output that we know. Nothing is confirmed meanwhile.';
comment on column hotel_connection.lease_until is
    'One conversation a hotel: whoever polls or confirms holds it until then; fence tells the late ones.';

-- "what is announced for this hotel from now on" (GET /hotels/{h}/connection/maintenance)
create index connection_maintenance_of_hotel on connection_maintenance (hotel_id, id);
