-- "what was decided in this hotel, newest first" (GET /hotels/{h}/upgrades/decisions)
create index upgrade_decision_of_hotel on upgrade_decision (hotel_id, id desc);
