package io.toritsugi.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes mappings of a list, all of them or none. */
@Component
class AcceptProposals {

    private final MappingDesk desk;
    private final HotelLock lock;

    AcceptProposals(MappingDesk desk, HotelLock lock) {
        this.desk = desk;
        this.lock = lock;
    }

    /**
     * Why one of them cannot be made.
     *
     * @param item its place in the list, from 0
     * @param code that of the problem by which it would be refused alone
     * @param conflict the mapping in the way; null when none is, or when it is another item
     * @param conflictingItem the item of this list in the way; null when none is
     */
    @Schema(name = "RefusedMapping")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            int item,
            String code,
            @Nullable Mapping conflict,
            @Nullable Integer conflictingItem) {}

    /**
     * Makes them, each on record, the version counted on once.
     *
     * @throws ProblemException {@code mapping.items_refused} with every one that cannot be made as {@code refused}; nothing is
     *     changed then
     */
    @Transactional
    public List<Mapping> accept(HotelRef hotel, List<MappingWanted> wanted) {
        lock.hold(hotel.id());
        var made = new ArrayList<@Nullable Mapping>();
        var refused = new ArrayList<Refused>();
        for (int item = 0; item < wanted.size(); item++) {
            try {
                made.add(desk.write(hotel, new MappingChange.Make(wanted.get(item)))
                        .made());
            } catch (ProblemException refusal) {
                refused.add(refused(item, refusal, made));
                made.add(null);
            }
        }
        if (!refused.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.MAPPING_ITEMS_REFUSED,
                    Map.of("count", String.valueOf(refused.size())),
                    Map.of("refused", refused));
        }
        desk.changed(hotel);
        return List.copyOf(made);
    }

    private static Refused refused(int item, ProblemException refusal, List<@Nullable Mapping> made) {
        var conflict = refusal.extras().get("conflict") instanceof Mapping row ? row : null;
        int other = conflict == null ? -1 : made.indexOf(conflict);
        return new Refused(
                item, refusal.code().code(), other < 0 ? conflict : null, other < 0 ? null : Integer.valueOf(other));
    }
}
