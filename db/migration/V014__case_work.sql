-- What people do with cached failures: one at a time, and many at once.

alter table import_failure
    add column assigned_to text,
    add column snoozed_until timestamptz;
-- "my open cases" (GET /failures?assignedTo=)
create index import_failure_assigned on import_failure (assigned_to, id desc)
    where assigned_to is not null and state in ('waiting', 'retrying', 'escalated');

-- Every hand that was laid on a case. Append-only.
create table import_failure_action
(
    id         bigint generated always as identity primary key,
    failure_id bigint      not null references import_failure,
    done_at    timestamptz not null,
    done_by    text        not null,
    action     text        not null check (action in ('retry', 'assign', 'edit', 'dismiss', 'snooze', 'note')),
    reason     text,
    changes    jsonb       not null default '{}' -- for an edit: field, before, after
);
-- "the history of this case"
create index import_failure_action_of_failure on import_failure_action (failure_id, id);

-- One action on a frozen set of failures: 1, then 10, then the rest (POST /failures/bulk).
create table bulk_operation
(
    id           uuid primary key,
    hotel_id     integer references hotel,
    action       text        not null check (action in ('retry', 'assign', 'dismiss', 'snooze')),
    arguments    jsonb       not null default '{}',
    filter       jsonb       not null, -- how the set was chosen, for people; the set itself is in its items
    state        text        not null check (state in ('canary', 'running', 'paused', 'cancelled', 'done')),
    wave         smallint    not null default 1 check (wave between 1 and 3),
    total        integer     not null check (total >= 0),
    requested_by text        not null,
    requested_at timestamptz not null,
    ended_at     timestamptz,
    check ((state in ('cancelled', 'done')) = (ended_at is not null))
);
-- "the operations that are under way"
create index bulk_operation_running on bulk_operation (requested_at) where state in ('canary', 'running', 'paused');

create table bulk_operation_item
(
    operation_id uuid     not null references bulk_operation on delete cascade,
    position     integer  not null check (position >= 1),
    failure_id   bigint   not null references import_failure,
    state        text     not null default 'pending' check (state in ('pending', 'done', 'failed', 'skipped')),
    result       text,
    ended_at     timestamptz,
    primary key (operation_id, position),
    unique (operation_id, failure_id)
) with (fillfactor = 80);
-- "the next items of this operation" (claim)
create index bulk_operation_item_pending on bulk_operation_item (operation_id, position) where state = 'pending';
