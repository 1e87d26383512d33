-- Makes the monthly partitions of this month and the next three for every partitioned table there is.
-- :#today a date (UTC). Runs at start-up and every day (routes/housekeeping.camel.yaml); repeating it changes nothing.
select parent.relname                                               as partitioned_table,
       ensure_month_partitions(parent.oid, cast(:#today as date), 4) as made
from pg_partitioned_table partitioned
         join pg_class parent on parent.oid = partitioned.partrelid
         join pg_namespace schema on schema.oid = parent.relnamespace
where schema.nspname = current_schema()
order by parent.relname
