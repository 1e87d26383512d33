-- Some telegrams and how each stands. Index: the primary key.
-- include intake/standing-columns
from unnest(:telegrams::bigint[]) as wanted (id)
         join telegram t on t.id = wanted.id and t.original_id is null
         left join import_failure f on f.telegram_id = t.id and t.outcome = 'rejected'
