-- A failure is looked for by the guest and the room codes of its booking. They stand in the booking's JSON; taken out of it once,
-- a list of ten thousand is searched without reading as many documents.

alter table import_failure_payload
    add column guest_text text
        generated always as ((translated #>> '{stay,guest,name}') || ' ' || coalesce(translated #>> '{stay,guest,kana}', '')) stored,
    add column room_codes text
        generated always as (jsonb_path_query_array(translated, '$.stay.rooms[*].code')::text) stored;
comment on column import_failure_payload.guest_text is 'Name and reading, for searching; null when unknown.';
comment on column import_failure_payload.room_codes is 'What the OTA calls the types, as a JSON array, for searching.';
