-- What people decided about a telegram that could not be placed as it was sent: corrected fields, rooms assigned to another
-- type. The telegram stays as it came; reading it applies the newest of its overrides (ADR 0010). Append-only.
create table telegram_override
(
    id          bigint generated always as identity primary key,
    telegram_id bigint      not null references telegram,
    version     integer     not null check (version >= 1),
    made_at     timestamptz not null,
    made_by     text        not null,
    action      text        not null check (action in ('assign', 'edit')),
    reason      text,
    edit        jsonb, -- the fields that stand in place of those sent; null: none
    assignment  jsonb, -- room number -> room type; null: none
    -- "what counts for this telegram now": the highest version. Two who decide at once cannot both make it.
    unique (telegram_id, version)
);

create function refuse_change_of_override() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'overrides of telegrams are append-only: % is refused', lower(tg_op)
        using errcode = 'TG002';
end
$$;

create trigger telegram_override_is_append_only
    before update or delete
    on telegram_override
    for each row
execute function refuse_change_of_override();
