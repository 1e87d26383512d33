-- Some telegrams and how each stands. Index: the primary key.
select t.id,
       t.hotel_id,
       t.kind,
       t.channel,
       t.channel_key,
       t.data_id,
       t.booking_number,
       t.sent_at,
       t.received_at,
       t.outcome,
       t.failure_code,
       f.state as failure_state
from unnest(:telegrams::bigint[]) as wanted (id)
         join telegram t on t.id = wanted.id and t.original_id is null
         left join import_failure f on f.telegram_id = t.id and t.outcome = 'rejected'
