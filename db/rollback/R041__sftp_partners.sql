-- Takes V041__sftp_partners back; docs/schema.md tells how, and what of the data to save before.

drop table sftp_partner;

delete from flyway_schema_history where version = '041';
