-- Partners who drop files on our SFTP server, as administrators keep them; those of the settings are not in here.
create table sftp_partner
(
    name        text primary key check (name ~ '^[a-z0-9][a-z0-9_-]{0,31}$'),
    public_keys text[]      not null check (cardinality(public_keys) between 1 and 20),
    hotels      text[]      not null check (cardinality(hotels) between 1 and 1000), -- codes; * for all
    updated_at  timestamptz not null
);
