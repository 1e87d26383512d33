-- Takes V009__outputs_and_connections back; docs/schema.md tells how, and what of the data to save before.

drop table remote_call;
drop table output_delivery;
drop table output;
drop table connection_maintenance;
drop table hotel_connection;

delete from flyway_schema_history where version = '009';
