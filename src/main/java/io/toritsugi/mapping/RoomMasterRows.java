package io.toritsugi.mapping;

import io.toritsugi.access.HotelRef;
import io.toritsugi.booking.Channel;
import io.toritsugi.booking.ChannelDirectory;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.link.RoomMasterRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the room master, as it was fetched last. */
@Component
class RoomMasterRows {

    private static final String STORE = SqlFile.text("mapping/store-room-master");
    private static final String LIST = SqlFile.text("mapping/room-master");

    private final JdbcClient jdbc;
    private final RoomMappings mappings;
    private final ChannelDirectory channels;
    private final Clock clock;

    RoomMasterRows(JdbcClient jdbc, RoomMappings mappings, ChannelDirectory channels, Clock clock) {
        this.jdbc = jdbc;
        this.mappings = mappings;
        this.channels = channels;
        this.clock = clock;
    }

    /** What storing has changed. */
    record Stored(int added, int changed, int removed) {}

    /** Puts these in the place of what was known of the hotel. */
    Stored store(HotelRef hotel, List<RoomMasterRow> rows) {
        return jdbc.sql(STORE)
                .param("hotel", hotel.id())
                .param("now", OffsetDateTime.now(clock))
                .param("agents", texts(rows, RoomMasterRow::agentCode))
                .param("codes", texts(rows, RoomMasterRow::code))
                .param("names", texts(rows, RoomMasterRow::name))
                .param("groups", texts(rows, RoomMasterRow::groupCode))
                .param("groupNames", texts(rows, RoomMasterRow::groupName))
                .param("houseTypes", texts(rows, RoomMasterRow::houseTypeCode))
                .param("houseTypeNames", texts(rows, RoomMasterRow::houseTypeName))
                .param(
                        "stockAdjustable",
                        rows.stream().map(RoomMasterRow::stockAdjustable).toArray(Boolean[]::new))
                .param("inUse", rows.stream().map(RoomMasterRow::inUse).toArray(Boolean[]::new))
                .query(Stored.class)
                .single();
    }

    /**
     * The rows by agent and code.
     *
     * @param after agent and code of the row before; null from the beginning
     */
    List<RoomMasterLine> list(
            HotelRef hotel, @Nullable String code, @Nullable String group, @Nullable List<String> after, int rows) {
        var table = mappings.tableOf(hotel.id());
        var today = hotel.today(clock);
        return jdbc.sql(LIST)
                .param("hotel", hotel.id())
                .param("code", code)
                .param("group", group)
                .param("afterAgent", after == null ? null : after.get(0))
                .param("afterCode", after == null ? null : after.get(1))
                .param("limit", rows)
                .query((row, number) -> line(hotel, row, table, today))
                .list();
    }

    private RoomMasterLine line(HotelRef hotel, ResultSet row, MappingTable table, LocalDate today)
            throws SQLException {
        var agent = row.getString("agent_code");
        var channel = channels.channelOf(null, agent);
        var code = row.getString("code");
        return new RoomMasterLine(
                agent,
                channel.unknown() ? null : channel.name(),
                code,
                row.getString("name"),
                row.getString("group_code"),
                row.getString("group_name"),
                row.getString("house_type_code"),
                row.getString("house_type_name"),
                row.getBoolean("stock_adjustable"),
                row.getBoolean("in_use"),
                mappedTo(table, channel, code, today),
                LocalMoment.of(row, "fetched_at", hotel.zone()));
    }

    private static @Nullable String mappedTo(MappingTable table, Channel channel, String code, LocalDate today) {
        return table.roomType(channel.name(), code, today)
                .map(RoomTypeRef::code)
                .orElse(null);
    }

    private static @Nullable String[] texts(
            List<RoomMasterRow> rows, Function<RoomMasterRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
