-- Takes V040__sftp_lease back; docs/schema.md tells how, and what of the data to save before.

drop table sftp_lease;

delete from flyway_schema_history where version = '040';
