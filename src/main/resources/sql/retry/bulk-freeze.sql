-- Freezes the open failures that meet a filter as the items of an operation, those first whose guests arrive first. One
-- statement, hence one moment. Indexes: import_failure_open, import_failure_open_everywhere,
-- the primary key.
insert into bulk_operation_item (operation_id, position, failure_id, fingerprint)
select :operation, row_number() over (order by page.arrival, page.id), page.id, page.fingerprint
from import_failure page
where (:hotel::integer is null or page.hotel_id = :hotel)
  and page.state in ('waiting', 'retrying', 'escalated')
  and (:failures::bigint[] is null or page.id = any (:failures::bigint[]))
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
  and (:state::text is null
    or :state = case
                    when (select q.lease_until from retry_queue q where q.failure_id = page.id) > :now::timestamptz
                        then 'retrying'
                    when page.state = 'escalated' then 'escalated'
                    else 'waiting' end)
order by page.arrival, page.id
limit :most
