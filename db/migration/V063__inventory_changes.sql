-- How often what a hotel has to sell was changed: counted on in the transaction of each change, by the very statement that makes
-- it where that is a lane's. Nodes hold availability in memory; by this number they see what they have missed (ADR 0013).
-- The row is locked from the count to the commit, so the numbers of a hotel are given in the order of its commits.
alter table hotel_version
    add column inventory bigint not null default 0;
comment on column hotel_version.availability is 'Commits that may have given rooms back; failures that found no room wait for it.';
comment on column hotel_version.inventory is 'Every change of rooms, nights, stop-sell marks or facts of types; what is held in memory waits for it.';
