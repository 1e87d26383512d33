-- The hotels in which something waits for TL-Lincoln. Index: retry_queue_remote.
select distinct hotel_id
from retry_queue
where remote
