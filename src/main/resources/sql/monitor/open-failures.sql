-- How many failures are open, by what they are, whether attempts go on, and whose guests arrive today and tomorrow by the
-- hotel's calendar; :hotel null for all hotels. Indexes: import_failure_open, import_failure_open_everywhere.
select f.failure_class,
       f.failure_code,
       f.state = 'escalated'                                   as escalated,
       coalesce(f.snoozed_until > :now::timestamptz, false)    as snoozed,
       case f.arrival - (:now::timestamptz at time zone h.time_zone)::date
           when 0 then 'today'
           when 1 then 'tomorrow' end                          as arrives,
       count(*)                                                as failures
from import_failure f
         join hotel h on h.id = f.hotel_id
where (:hotel::integer is null or f.hotel_id = :hotel)
  and f.state in ('waiting', 'retrying', 'escalated')
group by 1, 2, 3, 4, 5
