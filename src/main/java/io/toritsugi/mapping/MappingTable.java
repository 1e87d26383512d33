package io.toritsugi.mapping;

import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The room mappings of one hotel as they stood at one version. Immutable.
 *
 * <p>Rule (domain notes §7): the channel's own row comes before the row of any channel ({@code *}); codes are compared as
 * text, trimmed, so that leading zeros count; there is no mapping by name.
 */
public final class MappingTable {

    /** The channel of a row that holds for every channel. */
    public static final String ANY_CHANNEL = "*";

    private final long version;
    private final Map<Key, List<Row>> rows;

    MappingTable(long version, List<Row> rows) {
        this.version = version;
        this.rows = rows.stream().collect(Collectors.groupingBy(row -> new Key(row.channel(), row.code())));
    }

    /** The value of {@code hotel_version.mapping} that this table belongs to. */
    public long version() {
        return version;
    }

    /**
     * The room type that a code stands for; empty when it is not mapped.
     *
     * @param channelName the channel's name, as {@code jalan}
     * @param code RoomTypeCode as sent
     * @param arrival the check-in date, by which the validity of rows is judged
     */
    public Optional<RoomTypeRef> roomType(String channelName, String code, LocalDate arrival) {
        var trimmed = code.strip();
        return valid(new Key(channelName, trimmed), arrival).or(() -> valid(new Key(ANY_CHANNEL, trimmed), arrival));
    }

    private Optional<RoomTypeRef> valid(Key key, LocalDate arrival) {
        for (var row : rows.getOrDefault(key, List.of())) {
            if (row.holdsOn(arrival)) {
                return Optional.of(row.roomType());
            }
        }
        return Optional.empty();
    }

    private record Key(String channel, String code) {}

    /** One row; {@code from} is the first day, {@code end} the day after the last. */
    record Row(String channel, String code, RoomTypeRef roomType, LocalDate from, LocalDate end) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(end);
        }
    }
}
