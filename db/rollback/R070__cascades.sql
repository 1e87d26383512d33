-- Takes V070__cascades back; docs/schema.md tells how, and what of the data to save before.

alter table cascade_move
    drop constraint cascade_move_nights,
    drop column applied_revision,
    drop column cost,
    drop column end_date,
    drop column first_night;

drop index cascade_proposal_of_hotel;
alter table cascade_proposal
    drop column method,
    drop column cost,
    drop column most_rooms,
    drop column window_days,
    drop column freed_type_id,
    drop column guests,
    drop column rooms,
    drop column purpose;

delete from flyway_schema_history where version = '070';
