-- What a proposal has come to by the results of its requests. Answers its state before and after. Indexes:
-- stop_sell_proposal's primary key, stop_sell_sending_of_proposal.
with before as materialized (select p.id, p.hotel_id, p.state from stop_sell_proposal p where p.id = :proposal for update),
     sendings as (select bool_or(s.state in ('due', 'unknown') and s.exhausted_at is null) as under_way,
                         bool_or(s.exhausted_at is not null)                              as given_up
                  from stop_sell_sending s
                  where s.proposal_id = :proposal)
update stop_sell_proposal p
set state = case when s.under_way then 'approved' when s.given_up then 'failed' else 'sent' end
from before b,
     sendings s
where p.id = b.id
returning p.hotel_id, b.state as before, p.state as after
