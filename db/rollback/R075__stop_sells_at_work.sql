-- Takes V075__stop_sells_at_work back; docs/schema.md tells how, and what of the data to save before.

drop function rooms_left_to_sell(integer[], date[]);
drop table stop_sell_decision;
drop table stopped_night;

drop index stop_sell_sending_due;
create index stop_sell_sending_due on stop_sell_sending (due_at) where state in ('due', 'unknown');
alter table stop_sell_sending
    drop column args,
    drop column exhausted_at,
    drop column repeats;

drop index stop_sell_proposal_failed;
drop index stop_sell_proposal_open;
alter table stop_sell_proposal
    drop column decision,
    drop column reopens,
    drop column proposed_by;

drop table stop_sell_policy;

delete from flyway_schema_history where version = '075';
