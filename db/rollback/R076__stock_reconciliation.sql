-- Takes V076__stock_reconciliation back; docs/schema.md tells how, and what of the data to save before.

drop table stock_difference;
drop table stock_reconciliation;

delete from flyway_schema_history where version = '076';
