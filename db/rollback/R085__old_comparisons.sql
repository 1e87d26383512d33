-- Takes V085__old_comparisons back; docs/schema.md tells how, and what of the data to save before.

drop index stock_reconciliation_ended;

delete from flyway_schema_history where version = '085';
