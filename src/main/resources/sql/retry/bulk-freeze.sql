-- Freezes the open failures that meet a filter, the same that a list of it shows, as the items of an operation, those first whose
-- guests arrive first. One statement, hence one moment. Indexes: import_failure_open, import_failure_open_everywhere, the primary
-- key.
insert into bulk_operation_item (operation_id, position, failure_id, fingerprint)
select :operation, row_number() over (order by f.arrival, f.id), f.id, f.fingerprint
from import_failure f
where
    -- include failure/meant
  and (:failures::bigint[] is null or f.id = any (:failures::bigint[]))
order by f.arrival, f.id
limit :most
