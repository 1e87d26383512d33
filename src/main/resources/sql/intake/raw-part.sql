-- One part of a telegram's bytes. Index: telegram_raw's primary key, in the one partition that the time of receipt names.
select r.encoding, r.zstd
from telegram_raw r
where r.telegram_id = :telegram
  and r.part = :part
  and r.received_at = :receivedAt
