-- Failures, the newest first: the open ones or those of one state; :before is the last id of the page above, :hotel null for all
-- hotels. Indexes: import_failure_open, import_failure_open_everywhere, import_failure_of_hotel.
select page.id
from import_failure page
where (:hotel::integer is null or page.hotel_id = :hotel)
  and (not :open::boolean or page.state in ('waiting', 'retrying', 'escalated'))
  and (:state::text is null
    or :state = case
                    when page.state not in ('waiting', 'retrying', 'escalated') then page.state
                    when (select q.lease_until from retry_queue q where q.failure_id = page.id) > :now::timestamptz
                        then 'retrying'
                    when page.state = 'escalated' then 'escalated'
                    else 'waiting' end)
  and (:class::text is null or page.failure_class = :class)
  and (:code::text is null or page.failure_code = :code)
  and (:channel::text is null or page.channel = :channel)
  and (:bookingNumber::text is null or page.booking_number = :bookingNumber)
  and (:fingerprint::text is null or page.fingerprint = :fingerprint)
  and (:arrivalFrom::date is null or page.arrival >= :arrivalFrom::date)
  and (:arrivalTo::date is null or page.arrival < :arrivalTo::date)
  and (:text::text is null
    or page.booking_number ilike :text
    or page.failure_code ilike :text
    or exists (select
               from import_failure_payload p
               where p.failure_id = page.id
                 and (p.room_codes ilike :text or (:guests::boolean and p.guest_text ilike :text))))
  and (:archived::boolean or page.archived_at is null)
  and (:before::bigint is null or page.id < :before)
order by page.id desc
limit :limit
