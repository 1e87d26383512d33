package io.toritsugi.mapping;

import io.toritsugi.access.HotelRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what proposals for a hotel are drawn from, as it is now. */
@Component
class ProposeRoomTypes {

    private final JdbcClient jdbc;
    private final RoomTypeGroups groups;
    private final RoomMasterRows master;

    ProposeRoomTypes(JdbcClient jdbc, RoomTypeGroups groups, RoomMasterRows master) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.master = master;
    }

    RoomTypeProposals of(HotelRef hotel) {
        var types = jdbc.sql("select code, name from room_type where hotel_id = :hotel order by code")
                .param("hotel", hotel.id())
                .query(HouseType.class)
                .list();
        return new RoomTypeProposals(
                types, groups.of(hotel.id()), master.list(hotel, null, null, null, Integer.MAX_VALUE));
    }
}
