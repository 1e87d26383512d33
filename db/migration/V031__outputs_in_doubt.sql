-- An output whose confirmation was refused may be confirmed already: the answer of an earlier attempt was lost, or TL-Lincoln
-- knows it under another id by now. The next poll tells: what does not come again is confirmed.

alter table output
    add column refused_at timestamptz, -- first refusal since it came last; null when there was none
    add column last_args  jsonb,       -- the facts of last_code, for its words
    add column settled_by text check (settled_by in ('answer', 'poll'));
comment on column output.settled_by is
    'How it is known to be confirmed: TL-Lincoln said so, or a later poll did not bring it again.';
comment on column output.last_message is 'What TL-Lincoln said, without secrets.';

-- "which outputs wait for their telegrams" (sweep, ALL_RESOLVED)
create index output_waiting on output (hotel_id, id) where state = 'waiting';
-- "which refused outputs does a later poll settle" (sweep)
create index output_refused on output (hotel_id, id) where refused_at is not null and state <> 'confirmed';
-- "the outputs of all hotels that are not confirmed, newest first" (GET /outputs?state=)
create index output_open on output (id desc) where state <> 'confirmed';
