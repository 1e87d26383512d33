-- One incident, as in the list. Index: incident's primary key.
-- include notify/incident-columns
where i.id = :id
