-- Telegrams without an outcome (live feed's snapshot). Index: telegram_pending.
select count(*)
from telegram t
where t.outcome is null
  and (:hotel::integer is null or t.hotel_id = :hotel)
