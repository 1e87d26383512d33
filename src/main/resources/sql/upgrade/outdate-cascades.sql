-- Proposals that wait and are too old, or whose reservations changed since. Indexes: cascade_proposal_open is small; the primary
-- keys of cascade_move and reservation.
update cascade_proposal p
set state    = 'outdated',
    ended_by = 'system',
    ended_at = :now
where p.state = 'proposed'
  and (p.proposed_at < :before
    or exists (select
               from cascade_move m
                        left join reservation r on r.id = m.reservation_id
               where m.proposal_id = p.id
                 and m.revision is distinct from r.revision))
