-- The requests of stop-sells, the oldest first. Index: stop_sell_sending_of_proposal.
select s.proposal_id,
       s.request_id,
       s.state,
       s.exhausted_at is not null as given_up,
       s.attempts,
       s.due_at,
       s.rows,
       s.code,
       s.args,
       s.message,
       s.created_at,
       s.ended_at
from stop_sell_sending s
where s.proposal_id = any (:ids::bigint[])
order by s.proposal_id, s.id
