-- Takes V052__bulk_operations back; docs/schema.md tells how, and what of the data to save before.

drop index bulk_operation_item_by_state;
alter table bulk_operation_item
    drop column reason,
    drop column fingerprint;

drop index bulk_operation_of_hotel;
alter table bulk_operation
    drop column fence,
    drop column lease_until,
    drop column leased_by,
    drop column accepted,
    drop column met,
    drop column skipped,
    drop column failed,
    drop column done,
    drop column reason;

delete from flyway_schema_history where version = '052';
