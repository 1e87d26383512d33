-- How a telegram t stands, with its failure f. A fragment, of statements that say which telegrams.
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
