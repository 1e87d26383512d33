-- Takes V014__case_work back; docs/schema.md tells how, and what of the data to save before.

drop table bulk_operation_item;
drop table bulk_operation;
drop table import_failure_action;
drop index import_failure_assigned;
alter table import_failure
    drop column snoozed_until,
    drop column assigned_to;

delete from flyway_schema_history where version = '014';
