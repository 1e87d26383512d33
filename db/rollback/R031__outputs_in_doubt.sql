-- Takes V031__outputs_in_doubt back; docs/schema.md tells how, and what of the data to save before.

drop index output_open;
drop index output_refused;
drop index output_waiting;
comment on column output.last_message is null;
alter table output
    drop column settled_by,
    drop column last_args,
    drop column refused_at;

delete from flyway_schema_history where version = '031';
