-- Every change of a hotel's hierarchy or rules that was made over the API: what it replaced and what stands since. By this
-- the last one can be undone. Append-only.
create table hierarchy_revision
(
    hotel_id integer     not null references hotel,
    version  bigint      not null, -- hotel_version.hierarchy that the change made
    what     text        not null check (what in ('edges', 'rules')),
    undoes   bigint,               -- the version whose change this one took back; null: none
    before   jsonb       not null, -- edges: those that are gone or were otherwise; rules: all of them
    after    jsonb       not null, -- edges: those that are new or otherwise now; rules: all of them
    made_at  timestamptz not null,
    made_by  text        not null,
    -- also "the history of a hotel, newest first" and "its last change" (GET …/hierarchy/revisions, POST …/undo)
    primary key (hotel_id, version)
);

create function refuse_change_of_hierarchy_revision() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'the history of a hierarchy is append-only: % is refused', lower(tg_op)
        using errcode = 'TG002';
end
$$;

create trigger hierarchy_revision_is_append_only
    before update or delete
    on hierarchy_revision
    for each row
execute function refuse_change_of_hierarchy_revision();

create trigger hierarchy_revision_is_never_emptied
    before truncate
    on hierarchy_revision
    for each statement
execute function refuse_change_of_hierarchy_revision();
