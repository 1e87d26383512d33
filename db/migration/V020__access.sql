-- Who may do what: people, API keys, their sessions, and what they did.

create table user_account
(
    id            integer generated always as identity primary key,
    username      text        not null unique check (length(username) between 1 and 100),
    password_hash text        not null,
    role          text        not null check (role in ('ADMIN', 'MANAGER', 'OPERATOR', 'VIEWER')),
    hotel_id      integer references hotel, -- null: all hotels
    enabled       boolean     not null default true,
    credential_no integer     not null default 1,
    created_at    timestamptz not null default now()
);
comment on column user_account.credential_no is
    'Counts up with every change of the password: a session that was opened with an older one is over.';

create table api_key
(
    id           bigint generated always as identity primary key,
    name         text        not null check (length(name) between 1 and 100),
    role         text        not null check (role in ('ADMIN', 'MANAGER', 'OPERATOR', 'VIEWER', 'INTAKE')),
    hotel_id     integer references hotel, -- null: all hotels
    key_hash     bytea       not null check (length(key_hash) = 32),
    hint         text        not null,     -- the key's first letters, by which a person knows it again
    created_at   timestamptz not null default now(),
    created_by   text        not null,
    revoked_at   timestamptz,
    revoked_by   text,
    last_used_at timestamptz
);
comment on column api_key.key_hash is
    'SHA-256 of the key. A key has 256 random bits, so that a slow hash would guard nothing more.';
-- "whose key is this" (every request with a bearer key)
create unique index api_key_by_hash on api_key (key_hash);

-- What was done, by whom. Rows are only ever added: a trigger refuses all else, partition by partition.
create table audit
(
    id          bigint generated always as identity,
    recorded_at timestamptz not null,
    who         text        not null,
    address     text,
    action      text        not null,
    hotel_id    integer,
    subject     text        not null,
    before      jsonb,
    after       jsonb,
    primary key (id, recorded_at)
) partition by range (recorded_at);
-- "what was done in this hotel, newest first" (GET /audit?hotel=)
create index audit_of_hotel on audit (hotel_id, id desc);
-- "what did this person or key do, newest first" (GET /audit?who=)
create index audit_of_who on audit (who, id desc);

create function refuse_change_of_audit() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'the audit is append-only: % of % is refused', lower(tg_op), tg_table_name
        using errcode = 'TG002';
end
$$;

-- Row triggers reach the partitions by themselves; those on statements (truncate) do not: see below.
create trigger audit_is_append_only
    before update or delete
    on audit
    for each row
execute function refuse_change_of_audit();

create trigger audit_is_never_emptied
    before truncate
    on audit
    for each statement
execute function refuse_change_of_audit();

-- From here on a new partition takes its parent's truncate triggers with it.
create or replace function ensure_month_partitions(parent regclass, first_month date, months integer)
    returns integer
    language plpgsql
as
$$
declare
    month_start date;
    partition   text;
    guard       record;
    made        integer := 0;
begin
    -- Two nodes that start together must not make the same partition twice.
    perform pg_advisory_xact_lock(hashtextextended('ensure_month_partitions:' || parent::text, 0));
    for step in 0..months - 1
        loop
            month_start := (date_trunc('month', first_month) + make_interval(months => step))::date;
            partition := parent::text || '_' || to_char(month_start, 'YYYYMM');
            if to_regclass(format('%I', partition)) is null then
                execute format(
                        'create table %I partition of %s for values from (%L) to (%L)',
                        partition,
                        parent,
                        month_start::text || ' 00:00:00+00',
                        (month_start + interval '1 month')::date::text || ' 00:00:00+00');
                for guard in
                    select t.tgname, t.tgfoid::regproc as function
                    from pg_trigger t
                    where t.tgrelid = parent
                      and not t.tgisinternal
                      and (t.tgtype & 32) <> 0 -- on truncate
                    loop
                        execute format(
                                'create trigger %I before truncate on %I for each statement execute function %s()',
                                guard.tgname, partition, guard.function);
                    end loop;
                made := made + 1;
            end if;
        end loop;
    return made;
end
$$;

select ensure_month_partitions('audit', (now() at time zone 'UTC')::date - 31, 5);

-- Sessions (Spring Session JDBC): any node knows who is signed in.
create table spring_session
(
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
-- "the session of this cookie" (every request of a browser)
create unique index spring_session_by_id on spring_session (session_id);
-- "which sessions are over" (clean-up, every minute)
create index spring_session_by_expiry on spring_session (expiry_time);
-- "the sessions of this user"
create index spring_session_by_name on spring_session (principal_name);

create table spring_session_attributes
(
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
