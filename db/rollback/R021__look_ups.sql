-- Takes V021__look_ups back; docs/schema.md tells how, and what of the data to save before.

drop index incident_by_last_seen;
drop index import_failure_of_hotel;
drop index telegram_by_receipt;
drop index telegram_by_booking_number;
drop index telegram_repetition;

delete from flyway_schema_history where version = '021';
