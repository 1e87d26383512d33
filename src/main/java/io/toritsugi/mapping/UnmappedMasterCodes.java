package io.toritsugi.mapping;

import io.toritsugi.access.HotelRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the codes of the room master that are mapped to nothing, with what they may stand for. */
@Component
class UnmappedMasterCodes {

    private static final Comparator<List<String>> BY_KEYS =
            Comparator.comparing((List<String> keys) -> keys.get(0)).thenComparing(keys -> keys.get(1));

    private final RoomMasterRows master;
    private final ProposeRoomTypes proposing;

    UnmappedMasterCodes(RoomMasterRows master, ProposeRoomTypes proposing) {
        this.master = master;
        this.proposing = proposing;
    }

    /**
     * So many of them, by channel and code.
     *
     * @param after channel and code of the one before; null from the beginning
     */
    List<ProposedMapping> list(HotelRef hotel, @Nullable List<String> after, int rows) {
        var lines = new TreeMap<List<String>, List<RoomMasterLine>>(BY_KEYS);
        for (var line : master.list(hotel, null, null, null, Integer.MAX_VALUE)) {
            if (line.inUse() && line.roomType() == null && line.channel() != null) {
                lines.computeIfAbsent(List.of(line.channel(), line.code()), key -> new ArrayList<>())
                        .add(line);
            }
        }
        var left = after == null ? lines : lines.tailMap(after, false);
        if (left.isEmpty()) {
            return List.of();
        }
        var proposals = proposing.of(hotel);
        return left.entrySet().stream()
                .map(code -> proposed(code.getKey(), code.getValue(), proposals))
                .filter(proposed -> !proposed.proposals().isEmpty())
                .limit(rows)
                .toList();
    }

    private static ProposedMapping proposed(List<String> key, List<RoomMasterLine> lines, RoomTypeProposals proposals) {
        return new ProposedMapping(
                key.get(0),
                key.get(1),
                lines.stream().flatMap(RoomMasterLine::names).distinct().toList(),
                lines.stream()
                        .map(RoomMasterLine::groupCode)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                proposals.ofCode(key.get(0), key.get(1), List.of(), List.of()));
    }
}
