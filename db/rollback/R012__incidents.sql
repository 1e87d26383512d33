-- Takes V012__incidents back; docs/schema.md tells how, and what of the data to save before.

drop table notification_delivery;
drop table notification_silence;
drop table notification_subscription;
drop table notification_channel;
drop table notification_rule;
drop table incident_telegram;
drop table incident;

delete from flyway_schema_history where version = '012';
