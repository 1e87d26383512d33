-- Takes V003__telegrams back; docs/schema.md tells how, and what of the data to save before.

drop table telegram_raw;
drop table telegram;
drop table delivery;

delete from flyway_schema_history where version = '003';
