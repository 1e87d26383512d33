-- The live feed (GET /ws/live): what happened, told to who looks at it, without a gap.

-- An event is told once its transaction is over. Numbers are given at the time of writing and become visible in another order;
-- a snapshot of transactions knows which are over, hence each event says to which one it belongs.
alter table outbox_event
    add column tx   xid8 not null default pg_current_xact_id(),
    add column kind text not null default 'import.settled';
alter table outbox_event
    alter column kind drop default;
comment on column outbox_event.tx is 'The transaction that wrote it: visible to a snapshot that came after its commit, and to no other.';
comment on column outbox_event.topic is 'What people listen to: imports, failures, bulk, overview.';
comment on column outbox_event.kind is 'What happened: failure.opened, bulk.progress …';
comment on column outbox_event.payload is 'As it is sent: numbers, states and codes, never of a guest.';
-- "what was committed since this snapshot" (live feed: replay and every tick); "the oldest" (retention)
create index outbox_event_by_transaction on outbox_event (tx, id);

-- How far events have been deleted: who has seen less cannot be told what he missed.
create table outbox_forgotten
(
    only_row boolean primary key default true check (only_row),
    tx       xid8 not null default '0'
);
insert into outbox_forgotten default values;

-- Each change of these tables tells of itself, whoever makes it, in its own transaction; one statement, one insert. An event says
-- how things stand now (and the state before, for who counts), so that it may be heard twice and harms nobody.

create function tell_of_failures()
    returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'INSERT' then
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), f.hotel_id, 'failures', 'failure.opened',
               jsonb_build_object('id', f.id, 'telegramId', f.telegram_id, 'channel', f.channel, 'state', f.state, 'was', null,
                                  'class', f.failure_class, 'code', f.failure_code, 'fingerprint', f.fingerprint,
                                  'attempts', f.attempts, 'arrival', f.arrival, 'resolution', f.resolution)
        from now_so f
        order by f.id;
    else
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), f.hotel_id, 'failures',
               case
                   when f.state in ('resolved', 'dismissed') and b.state <> f.state then 'failure.' || f.state
                   when b.state in ('resolved', 'dismissed') and b.state <> f.state then 'failure.opened'
                   else 'failure.changed' end,
               jsonb_build_object('id', f.id, 'telegramId', f.telegram_id, 'channel', f.channel, 'state', f.state, 'was', b.state,
                                  'class', f.failure_class, 'code', f.failure_code, 'fingerprint', f.fingerprint,
                                  'attempts', f.attempts, 'arrival', f.arrival, 'resolution', f.resolution)
        from now_so f
                 join before_so b on b.id = f.id
        where (f.state, f.failure_class, f.failure_code, f.fingerprint, f.attempts, f.arrival, f.assigned_to, f.snoozed_until,
               f.archived_at, f.version)
                  is distinct from
              (b.state, b.failure_class, b.failure_code, b.fingerprint, b.attempts, b.arrival, b.assigned_to, b.snoozed_until,
               b.archived_at, b.version)
        order by f.id;
    end if;
    return null;
end
$$;
create trigger tell_of_new_failures
    after insert on import_failure
    referencing new table as now_so
    for each statement execute function tell_of_failures();
create trigger tell_of_changed_failures
    after update on import_failure
    referencing old table as before_so new table as now_so
    for each statement execute function tell_of_failures();

create function tell_of_bulk_operations()
    returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'INSERT' then
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), o.hotel_id, 'bulk', 'bulk.started',
               jsonb_build_object('id', o.id, 'action', o.action, 'state', o.state, 'wave', o.wave, 'total', o.total,
                                  'done', o.done, 'failed', o.failed, 'skipped', o.skipped)
        from now_so o;
    else
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), o.hotel_id, 'bulk', case when o.ended_at is null then 'bulk.progress' else 'bulk.ended' end,
               jsonb_build_object('id', o.id, 'action', o.action, 'state', o.state, 'wave', o.wave, 'total', o.total,
                                  'done', o.done, 'failed', o.failed, 'skipped', o.skipped)
        from now_so o
                 join before_so b on b.id = o.id
        where (o.state, o.wave, o.total, o.done, o.failed, o.skipped)
                  is distinct from (b.state, b.wave, b.total, b.done, b.failed, b.skipped);
    end if;
    return null;
end
$$;
create trigger tell_of_new_bulk_operations
    after insert on bulk_operation
    referencing new table as now_so
    for each statement execute function tell_of_bulk_operations();
create trigger tell_of_changed_bulk_operations
    after update on bulk_operation
    referencing old table as before_so new table as now_so
    for each statement execute function tell_of_bulk_operations();

create function tell_of_incidents()
    returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'INSERT' then
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), i.hotel_id, 'overview', 'incident.raised',
               jsonb_build_object('id', i.id, 'category', i.category, 'severity', i.severity, 'state', i.state,
                                  'class', i.failure_class, 'code', i.code, 'occurrences', i.occurrences)
        from now_so i;
    else
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), i.hotel_id, 'overview',
               case when i.state <> b.state and i.state <> 'open' then 'incident.' || i.state else 'incident.changed' end,
               jsonb_build_object('id', i.id, 'category', i.category, 'severity', i.severity, 'state', i.state,
                                  'class', i.failure_class, 'code', i.code, 'occurrences', i.occurrences)
        from now_so i
                 join before_so b on b.id = i.id
        where (i.state, i.severity, i.code, i.occurrences) is distinct from (b.state, b.severity, b.code, b.occurrences);
    end if;
    return null;
end
$$;
create trigger tell_of_new_incidents
    after insert on incident
    referencing new table as now_so
    for each statement execute function tell_of_incidents();
create trigger tell_of_changed_incidents
    after update on incident
    referencing old table as before_so new table as now_so
    for each statement execute function tell_of_incidents();

create function tell_of_outputs()
    returns trigger
    language plpgsql
as
$$
begin
    if tg_op = 'INSERT' then
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), o.hotel_id, 'overview', 'output.changed',
               jsonb_build_object('id', o.id, 'outputId', o.output_id, 'state', o.state, 'attempts', o.attempts, 'code', o.last_code)
        from now_so o;
    else
        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
        select now(), o.hotel_id, 'overview', 'output.changed',
               jsonb_build_object('id', o.id, 'outputId', o.output_id, 'state', o.state, 'attempts', o.attempts, 'code', o.last_code)
        from now_so o
                 join before_so b on b.id = o.id
        where (o.state, o.attempts, o.last_code) is distinct from (b.state, b.attempts, b.last_code);
    end if;
    return null;
end
$$;
create trigger tell_of_new_outputs
    after insert on output
    referencing new table as now_so
    for each statement execute function tell_of_outputs();
create trigger tell_of_changed_outputs
    after update on output
    referencing old table as before_so new table as now_so
    for each statement execute function tell_of_outputs();

-- A poll that went well as the one before did changes nothing that anybody has to see.
create function tell_of_connections()
    returns trigger
    language plpgsql
as
$$
begin
    insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
    select now(), c.hotel_id, 'overview', 'link.changed',
           jsonb_build_object('poll', c.poll, 'failures', c.poll_failures, 'code', c.last_code, 'backOffUntil', c.backoff_until,
                              'version', c.version)
    from now_so c
             join before_so b on b.hotel_id = c.hotel_id
    where (c.version, c.poll, c.poll_failures, c.last_code, c.backoff_until)
              is distinct from (b.version, b.poll, b.poll_failures, b.last_code, b.backoff_until);
    return null;
end
$$;
create trigger tell_of_changed_connections
    after update on hotel_connection
    referencing old table as before_so new table as now_so
    for each statement execute function tell_of_connections();

-- Mappings, hierarchy and rooms are counted by their versions already, whoever changes them.
create function tell_of_versions()
    returns trigger
    language plpgsql
as
$$
begin
    insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
    select now(), v.hotel_id, 'overview', changed.kind, jsonb_build_object('version', changed.version)
    from now_so v
             join before_so b on b.hotel_id = v.hotel_id
             cross join lateral (values ('mapping.changed', v.mapping, b.mapping),
                                        ('hierarchy.changed', v.hierarchy, b.hierarchy),
                                        ('availability.changed', v.inventory, b.inventory)) as changed (kind, version, before)
    where changed.version <> changed.before;
    return null;
end
$$;
create trigger tell_of_changed_versions
    after update on hotel_version
    referencing old table as before_so new table as now_so
    for each statement execute function tell_of_versions();
