-- Takes V030__hotel_conversation back; docs/schema.md tells how, and what of the data to save before.

drop index connection_maintenance_of_hotel;
comment on column hotel_connection.lease_until is null;
alter table hotel_connection
    drop column unsettled_since,
    drop column backoff_until,
    drop column backoff_step,
    drop column last_args,
    drop column last_code,
    drop column poll_failures,
    drop column polled_well_at,
    drop column alarm_after,
    drop column breaker_open_ms,
    drop column breaker_failures,
    drop column day_ends,
    drop column day_begins,
    drop column night_poll_seconds,
    drop column version;

delete from flyway_schema_history where version = '030';
