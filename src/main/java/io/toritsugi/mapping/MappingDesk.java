package io.toritsugi.mapping;

import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.mapping.MappingRows.Wanted;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes mappings: under the hotel's lock, so that no batch is judged half by the old and half by the new rows; with the
 * version counted on and the change on record in the same transaction.
 */
@Component
class MappingDesk {

    private final MappingRows rows;
    private final HotelLock lock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MappingDesk(MappingRows rows, HotelLock lock, Audit audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    Mapping create(HotelRef hotel, Wanted wanted, String roomType) {
        lock.hold(hotel.id());
        var type = roomType(hotel, roomType);
        refuseOverlap(hotel, wanted, null);
        var created = shown(hotel, rows.insert(hotel.id(), wanted, type));
        changed(hotel);
        audit.record("mapping.created", hotel.id(), subject(created), null, created);
        return created;
    }

    @Transactional
    Mapping change(HotelRef hotel, long id, Wanted wanted, String roomType) {
        lock.hold(hotel.id());
        var before = shown(hotel, id);
        var type = roomType(hotel, roomType);
        refuseOverlap(hotel, wanted, id);
        rows.update(id, wanted, type);
        var after = shown(hotel, id);
        changed(hotel);
        audit.record("mapping.changed", hotel.id(), subject(before), before, after);
        return after;
    }

    @Transactional
    void delete(HotelRef hotel, long id) {
        lock.hold(hotel.id());
        var before = shown(hotel, id);
        rows.delete(id);
        changed(hotel);
        audit.record("mapping.deleted", hotel.id(), subject(before), before, null);
    }

    Mapping shown(HotelRef hotel, long id) {
        return rows.find(hotel.id(), id).orElseThrow(() -> new ProblemException(ProblemCode.MAPPING_UNKNOWN));
    }

    private void changed(HotelRef hotel) {
        events.publishEvent(new MappingsChanged(hotel.id(), rows.countOn(hotel.id())));
    }

    private int roomType(HotelRef hotel, String code) {
        return rows.roomType(hotel.id(), code)
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code)));
    }

    /** The constraint room_mapping_overlap is the truth; this look beforehand, under the lock, can name the row. */
    private void refuseOverlap(HotelRef hotel, Wanted wanted, @Nullable Long changing) {
        rows.inTheWay(hotel.id(), wanted, changing).ifPresent(row -> {
            throw new ProblemException(
                    ProblemCode.MAPPING_OVERLAP,
                    Map.of(
                            "code", row.code(),
                            "channel", row.channel(),
                            "roomType", row.roomType(),
                            "validity", row.validity()),
                    Map.of("conflict", row));
        });
    }

    private static String subject(Mapping mapping) {
        return mapping.channel() + "/" + mapping.code();
    }
}
