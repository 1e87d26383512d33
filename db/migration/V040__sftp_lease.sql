-- Which node works on which inbox with files. An inbox is "folder/…" (the folder of our own SFTP server, by the number in it) or
-- "server/…" (a partner's server, by its name in the settings). Only spares work: what is taken in twice is a repetition.
create table sftp_lease
(
    inbox       text primary key, -- also "may I have it": insert … on conflict (inbox) do update … where it is free
    leased_by   text        not null,
    lease_until timestamptz not null
) with (fillfactor = 50);
