-- The room master of a hotel as it was fetched, by agent and code. Index: the primary key of net_room_master.
select m.agent_code, m.agent_type_code as code, m.agent_type_name as name, m.group_code, m.group_name, m.house_type_code,
       m.house_type_name, m.stock_adjustable, m.in_use, m.fetched_at
from net_room_master m
where m.hotel_id = :hotel
  and (:code::text is null or m.agent_type_code = :code)
  and (:group::text is null or m.group_code = :group)
  and (:afterAgent::text is null or (m.agent_code, m.agent_type_code) > (:afterAgent, :afterCode))
order by m.agent_code, m.agent_type_code
limit :limit
