-- Which failures are meant: what people ask a list of them, or an operation on them, for. A fragment, of statements that read them
-- as f.
(:hotel::integer is null or f.hotel_id = :hotel)
  and (not :open::boolean or f.state in ('waiting', 'retrying', 'escalated'))
  and (:state::text is null
    or :state = case
                    when f.state not in ('waiting', 'retrying', 'escalated') then f.state
                    when (select q.lease_until from retry_queue q where q.failure_id = f.id) > :now::timestamptz
                        then 'retrying'
                    when f.state = 'escalated' then 'escalated'
                    else 'waiting' end)
  and (:class::text is null or f.failure_class = :class)
  and (:code::text is null or f.failure_code = :code)
  and (:channel::text is null or f.channel = :channel)
  and (:bookingNumber::text is null or f.booking_number = :bookingNumber)
  and (:fingerprint::text is null or f.fingerprint = :fingerprint)
  and (:arrivalFrom::date is null or f.arrival >= :arrivalFrom::date)
  and (:arrivalTo::date is null or f.arrival < :arrivalTo::date)
  and (:text::text is null
    or f.booking_number ilike :text
    or f.failure_code ilike :text
    or exists (select
               from import_failure_payload p
               where p.failure_id = f.id
                 and (p.room_codes ilike :text or (:guests::boolean and p.guest_text ilike :text))))
  and (:archived::boolean or f.archived_at is null)
