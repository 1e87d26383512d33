package io.toritsugi.retry;

import io.toritsugi.failure.StoredWords;
import io.toritsugi.reservation.CacheEffect;
import io.toritsugi.reservation.Outcome;
import io.toritsugi.reservation.SettledTelegram;
import io.toritsugi.retry.MappingPreview.Becomes;
import io.toritsugi.retry.MappingPreview.Counts;
import io.toritsugi.retry.MappingPreview.FailureMappedOtherwise;
import io.toritsugi.retry.MappingPreview.Item;
import io.toritsugi.retry.MappingPreview.Other;
import io.toritsugi.retry.MappingPreview.ReservationMappedOtherwise;
import io.toritsugi.retry.MovedFailures.Moved;
import io.toritsugi.retry.PreviewMapping.Tried;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts into words what a trial has decided; within its transaction, while what it wrote can still be read. */
@Component
class PreviewWords {

    private final JdbcClient jdbc;
    private final StoredWords words;

    PreviewWords(JdbcClient jdbc, StoredWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    MappingPreview preview(
            Tried trial,
            int concerned,
            Other<FailureMappedOtherwise> failures,
            Other<ReservationMappedOtherwise> reservations,
            Locale language) {
        var types = roomTypes(trial.settled().values());
        var shown = new LinkedHashMap<Long, Moved>();
        trial.tried().forEach(failure -> shown.put(failure.telegramId(), failure));
        trial.settled().keySet().stream()
                .filter(trial.known()::containsKey)
                .forEach(telegram -> shown.putIfAbsent(telegram, trial.known().get(telegram)));
        var items = shown.values().stream()
                .map(failure -> item(failure, trial.settled().get(failure.telegramId()), types, language))
                .toList();
        return new MappingPreview(counts(items, concerned, trial.tried().size()), items, failures, reservations);
    }

    private Item item(
            Moved failure, @Nullable SettledTelegram settled, Map<UUID, List<String>> types, Locale language) {
        return new Item(
                failure.id(),
                failure.telegramId(),
                failure.channel(),
                failure.bookingNumber(),
                failure.arrival(),
                failure.failureClass(),
                failure.code().code(),
                settled == null ? asItIs(failure, language) : becomes(settled, types, language));
    }

    /** There is nothing to decide about it, as where its telegram is too long to be read: it waits as before. */
    private Becomes asItIs(Moved failure, Locale language) {
        return new Becomes(
                Outcome.REJECTED,
                null,
                failure.failureClass(),
                failure.code().code(),
                words.message(failure.code(), Map.of(), language),
                false);
    }

    private Becomes becomes(SettledTelegram settled, Map<UUID, List<String>> types, Locale language) {
        var refusal = settled.failure();
        if (refusal == null) {
            var roomTypes = settled.reservationId() == null
                    ? List.<String>of()
                    : types.getOrDefault(settled.reservationId(), List.of());
            return new Becomes(settled.outcome(), roomTypes, null, null, null, null);
        }
        return new Becomes(
                settled.outcome(),
                null,
                refusal.failureClass(),
                refusal.code().code(),
                words.message(refusal.code(), refusal.arguments(), language),
                settled.cache() == CacheEffect.SUPERSEDED);
    }

    private Map<UUID, List<String>> roomTypes(Collection<SettledTelegram> settled) {
        var types = new HashMap<UUID, List<String>>();
        jdbc.sql("""
                        select room.reservation_id, type.code
                        from reservation_room room
                                 join room_type type on type.id = room.assigned_type_id
                        where room.reservation_id = any (:reservations)
                        order by room.reservation_id, room.room_no
                        """)
                .param(
                        "reservations",
                        settled.stream()
                                .map(SettledTelegram::reservationId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(UUID[]::new))
                .query(row -> {
                    types.computeIfAbsent(row.getObject("reservation_id", UUID.class), id -> new ArrayList<>())
                            .add(row.getString("code"));
                });
        return types;
    }

    private static Counts counts(List<Item> items, int concerned, int tried) {
        int imported = with(items, Outcome.IMPORTED);
        int modified = with(items, Outcome.MODIFIED);
        int cancelled = with(items, Outcome.CANCELLED);
        int closed = (int) items.stream()
                .filter(item -> Boolean.TRUE.equals(item.becomes().closes()))
                .count();
        int healed = imported + modified + cancelled;
        return new Counts(
                concerned,
                healed,
                imported,
                modified,
                cancelled,
                closed,
                items.size() - healed - closed,
                concerned - tried);
    }

    private static int with(List<Item> items, Outcome outcome) {
        return (int) items.stream()
                .filter(item -> item.becomes().outcome() == outcome)
                .count();
    }
}
