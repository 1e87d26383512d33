package io.toritsugi.bench;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A hotel that has a room for every telegram of a bulk load, with the codes of {@link TelegramMix} mapped.
 *
 * @param firstType the number of its first room type; the others follow
 */
record BenchHotel(int id, String code, int firstType) {

    private static final String MAKE = """
            with made as (
                insert into hotel (code, name) values (?, 'Bench') returning id
            ),
                 version as (
                     insert into hotel_version (hotel_id) select id from made
                 ),
                 rules as (
                     insert into hierarchy_rules (hotel_id) select id from made
                 ),
                 types as (
                     insert into room_type (hotel_id, code, name, capacity, base_rate, sort_order)
                         select made.id, wanted.code, wanted.code, 4, 10000, wanted.sort_order
                         from made,
                              (values ('SGL', 1), ('TWN', 2), ('DBL', 3), ('FAM', 4), ('JPN', 5)) as wanted (code, sort_order)
                         order by wanted.sort_order
                         returning id, hotel_id, sort_order
                 ),
                 rooms as (
                     insert into room (hotel_id, room_type_id, number)
                         select hotel_id, id, sort_order || '-' || n from types, generate_series(1, 150) as n
                 ),
                 mappings as (
                     insert into room_mapping (hotel_id, channel, code, room_type_id)
                         select types.hotel_id, '*', wanted.code, types.id
                         from types
                                  join (values ('0001', 1), ('0002', 2), ('0003', 3), ('0005', 4), ('0007', 5))
                             as wanted (code, sort_order) using (sort_order)
                 )
            select hotel_id, min(id) as first_type from types group by hotel_id
            """;

    /** Opens the nights of a hotel, so that taking them is an update. */
    private static final String OPEN_NIGHTS = """
            insert into inventory (room_type_id, night, hotel_id, rooms)
            select t.id, night::date, t.hotel_id, 30000
            from room_type t,
                 generate_series(current_date - 30, current_date + 600, interval '1 day') as night
            where t.hotel_id = ?
            """;

    static BenchHotel make(Connection connection, String code) throws SQLException {
        try (var statement = connection.prepareStatement(MAKE)) {
            statement.setString(1, code);
            try (var row = statement.executeQuery()) {
                row.next();
                return new BenchHotel(row.getInt("hotel_id"), code, row.getInt("first_type"));
            }
        }
    }

    void openNights(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(OPEN_NIGHTS)) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }
}
