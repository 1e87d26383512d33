package io.toritsugi.mapping;

import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of one hotel at one version; immutable. Codes are compared as text after trimming; a channel's own row comes
 * before the row of any channel; a name never decides (domain notes §7).
 */
public final class MappingTable {

    static final String ANY_CHANNEL = "*";

    private final long version;
    private final Map<Key, List<Entry>> entries;

    MappingTable(long version, Map<Key, List<Entry>> entries) {
        this.version = version;
        this.entries = Map.copyOf(entries);
    }

    public long version() {
        return version;
    }

    /**
     * The room type that an OTA's code stands for.
     *
     * @param channel the channel's name
     * @param code RoomTypeCode
     * @param arrival the first night, by which a mapping's validity is judged
     */
    public Optional<RoomTypeRef> roomType(String channel, String code, LocalDate arrival) {
        var trimmed = code.strip();
        return find(new Key(channel, trimmed), arrival).or(() -> find(new Key(ANY_CHANNEL, trimmed), arrival));
    }

    private Optional<RoomTypeRef> find(Key key, LocalDate arrival) {
        return entries.getOrDefault(key, List.of()).stream()
                .filter(entry -> entry.validOn(arrival))
                .map(Entry::roomType)
                .findFirst();
    }

    record Key(String channel, String code) {}

    record Entry(
            RoomTypeRef roomType,
            @Nullable LocalDate from,
            @Nullable LocalDate before) {

        boolean validOn(LocalDate date) {
            return (from == null || !date.isBefore(from)) && (before == null || date.isBefore(before));
        }
    }
}
