package io.toritsugi.mapping;

import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes mappings: under the hotel's lock, so that no batch is judged half by the old and half by the new rows; with the
 * version counted on and the change on record in the same transaction. That two rows never answer the same question is the
 * database's word (constraint {@code room_mapping_overlap}), also where somebody writes without the lock; here it is only
 * put into words.
 */
@Component
public class MappingDesk {

    private static final String OVERLAP = "room_mapping_overlap";

    private final MappingRows rows;
    private final HotelLock lock;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate savepoint;

    MappingDesk(
            MappingRows rows,
            HotelLock lock,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Carries a change out.
     *
     * @throws ProblemException {@code mapping.overlap} with the row in the way as {@code conflict}, {@code mapping.unknown},
     *     {@code room_type.not_of_hotel}, {@code request.invalid}; nothing is changed then
     */
    @Transactional
    public ChangedMapping carryOut(HotelRef hotel, MappingChange change) {
        lock.hold(hotel.id());
        var changed = write(hotel, change);
        changed(hotel);
        return changed;
    }

    Mapping shown(HotelRef hotel, long id) {
        return rows.find(hotel.id(), id).orElseThrow(() -> new ProblemException(ProblemCode.MAPPING_UNKNOWN));
    }

    /** Writes a change and puts it on record; in the caller's transaction, who holds the lock and counts the version on. */
    ChangedMapping write(HotelRef hotel, MappingChange change) {
        if (change instanceof MappingChange.Make make) {
            return make(hotel, make.wanted());
        }
        if (change instanceof MappingChange.Replace replace) {
            return replace(hotel, replace.id(), replace.wanted());
        }
        return remove(hotel, ((MappingChange.Remove) change).id());
    }

    /** Counts the hotel's version on and says so; once for all changes of a transaction. */
    void changed(HotelRef hotel) {
        events.publishEvent(new MappingsChanged(hotel.id(), rows.countOn(hotel.id())));
    }

    private ChangedMapping make(HotelRef hotel, MappingWanted wanted) {
        wanted.requirePeriod();
        var type = roomType(hotel, wanted.roomType());
        var id = unlessInTheWay(hotel, wanted, null, () -> rows.insert(hotel.id(), wanted, type));
        var made = shown(hotel, id);
        audit.record("mapping.created", hotel.id(), subject(made), null, made);
        return new ChangedMapping(null, made);
    }

    private ChangedMapping replace(HotelRef hotel, long id, MappingWanted wanted) {
        wanted.requirePeriod();
        var before = shown(hotel, id);
        var type = roomType(hotel, wanted.roomType());
        unlessInTheWay(hotel, wanted, id, () -> rows.update(id, wanted, type));
        var after = shown(hotel, id);
        audit.record("mapping.changed", hotel.id(), subject(before), before, after);
        return new ChangedMapping(before, after);
    }

    private ChangedMapping remove(HotelRef hotel, long id) {
        var before = shown(hotel, id);
        rows.delete(id);
        audit.record("mapping.deleted", hotel.id(), subject(before), before, null);
        return new ChangedMapping(before, null);
    }

    private int roomType(HotelRef hotel, String code) {
        return rows.roomType(hotel.id(), code)
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code)));
    }

    /** Writes behind a savepoint: when the database refuses, the transaction can still look up which row it means. */
    private <T> T unlessInTheWay(HotelRef hotel, MappingWanted wanted, @Nullable Long changing, Supplier<T> write) {
        try {
            return savepoint.execute(nested -> write.get());
        } catch (DataIntegrityViolationException refused) {
            if (!String.valueOf(refused.getMessage()).contains(OVERLAP)) {
                throw refused;
            }
            throw overlap(wanted, rows.inTheWay(hotel.id(), wanted, changing).orElse(null));
        }
    }

    /** @param row null where it was there and has gone since */
    private static ProblemException overlap(MappingWanted wanted, @Nullable Mapping row) {
        return row == null
                ? new ProblemException(
                        ProblemCode.MAPPING_OVERLAP, Map.of("code", wanted.code(), "channel", wanted.channel()))
                : new ProblemException(
                        ProblemCode.MAPPING_OVERLAP,
                        Map.of(
                                "code", row.code(),
                                "channel", row.channel(),
                                "roomType", row.roomType(),
                                "validity", row.validity()),
                        Map.of("conflict", row));
    }

    private static String subject(Mapping mapping) {
        return mapping.channel() + "/" + mapping.code();
    }
}
