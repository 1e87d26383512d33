-- Bookings without a room whose nights are as full as before: only noted as looked at. Index: import_failure_releasable.
update import_failure f
set availability_version = v.availability
from hotel_version v
where v.hotel_id = f.hotel_id
  and f.state in ('waiting', 'retrying', 'escalated')
  and f.failure_class = 'NO_AVAILABILITY'
  and f.availability_version < v.availability
  and f.mapping_version = v.mapping
  and exists (select 1
              from room_type t
                       cross join unnest(string_to_array(f.failure_args ->> 'nights', ', ')::date[]) as full_before (night)
                       join inventory i on i.room_type_id = t.id and i.night = full_before.night
              where t.hotel_id = f.hotel_id
                and t.code = f.failure_args ->> 'roomType'
                and i.sold >= i.rooms - i.out_of_order + i.overbooking)
