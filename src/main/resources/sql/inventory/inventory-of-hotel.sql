-- Every opened night of a hotel from :from to the day before :to. Index: inventory_of_hotel.
select t.code as room_type, i.night, i.rooms, i.out_of_order, i.overbooking, i.sold, i.stop_sell
from inventory i
         join room_type t on t.id = i.room_type_id
where i.hotel_id = :hotel
  and i.night >= :from
  and i.night < :to
order by t.sort_order, t.code, i.night
