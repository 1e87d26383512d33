-- What is shown of one failure beside its line in the list. Index: import_failure's primary key.
select h.time_zone,
       f.failure_args,
       f.stage,
       f.resolution,
       f.resolved_at,
       f.created_at,
       f.updated_at,
       f.archived_at,
       f.snoozed_until,
       f.version,
       p.translated
from import_failure f
         join hotel h on h.id = f.hotel_id
         left join import_failure_payload p on p.failure_id = f.id
where f.id = :id
