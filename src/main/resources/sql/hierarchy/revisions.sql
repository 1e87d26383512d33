select r.version, r.what, r.undoes, r.before::text as before, r.after::text as after, r.made_at, r.made_by
from hierarchy_revision r
where r.hotel_id = :hotel
  and (:before::bigint is null or r.version < :before)
order by r.version desc
limit :rows
