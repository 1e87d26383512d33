package io.toritsugi.reservation;

import io.toritsugi.failure.CachedFailure;
import io.toritsugi.failure.ClosedFailure;
import io.toritsugi.failure.ImportCache;
import io.toritsugi.failure.RetryQueue;
import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.inventory.Availability;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.inventory.HotelVersionStore;
import io.toritsugi.inventory.HotelVersions;
import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.NightsReleased;
import io.toritsugi.mapping.MappingTable;
import io.toritsugi.mapping.RoomMappings;
import io.toritsugi.upgrade.UpgradeAdvisor;
import io.toritsugi.upgrade.UpgradeDecisions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides a batch under the lock of its hotels and writes everything that follows in one transaction: inventory,
 * reservations, history, the failure cache, and through {@link BatchSettled} outcomes, attempts, incidents and the outbox.
 */
@Component
class SettleBatch implements RefuseTelegrams, SettleTelegrams {

    private static final Logger LOG = LoggerFactory.getLogger(SettleBatch.class);

    private final HotelLock lock;
    private final HotelVersionStore versions;
    private final BookingTelegrams telegrams;
    private final ReservationStore reservations;
    private final RoomMappings mappings;
    private final InventoryStore inventory;
    private final UpgradeAdvisor advisor;
    private final ImportCache cache;
    private final RetryQueue retries;
    private final Hierarchies hierarchies;
    private final Availability availability;
    private final RoomDecisions roomDecisions;
    private final UpgradeDecisions upgradeDecisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettleBatch(
            HotelLock lock,
            HotelVersionStore versions,
            BookingTelegrams telegrams,
            ReservationStore reservations,
            RoomMappings mappings,
            InventoryStore inventory,
            UpgradeAdvisor advisor,
            ImportCache cache,
            RetryQueue retries,
            Hierarchies hierarchies,
            Availability availability,
            RoomDecisions roomDecisions,
            UpgradeDecisions upgradeDecisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lock = lock;
        this.versions = versions;
        this.telegrams = telegrams;
        this.reservations = reservations;
        this.mappings = mappings;
        this.inventory = inventory;
        this.advisor = advisor;
        this.cache = cache;
        this.retries = retries;
        this.hierarchies = hierarchies;
        this.availability = availability;
        this.roomDecisions = roomDecisions;
        this.upgradeDecisions = upgradeDecisions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<SettledTelegram> settle(List<PreparedTelegram> telegrams) {
        return settle(new LaneBatch(telegrams));
    }

    /** Decides and writes; all of it or, with an exception, nothing. */
    @Transactional
    public List<SettledTelegram> settle(LaneBatch handedOver) {
        lock.hold(handedOver.hotels());
        var batch = rightful(handedOver);
        if (batch.telegrams().isEmpty()) {
            return List.of();
        }
        var judgedBy = versions.current(batch.hotels());
        var tables = batch.hotels().stream()
                .collect(Collectors.toMap(
                        hotel -> hotel,
                        hotel -> mappings.tableOf(hotel, judgedBy.get(hotel).mapping())));
        var settlement = settlement(judgedBy, tables);

        settleAlone(batch, settlement);
        var moved = settleBookings(batch, settlement);

        inventory.apply(moved);
        versions.countRelease(settlement.released().keySet());
        reservations.write(settlement.changes());
        roomDecisions.record(settlement.upgrades().roomDecisions());
        upgradeDecisions.record(settlement.upgrades().upgradeDecisions());
        writeCache(settlement.settled());
        events.publishEvent(new BatchSettled(settlement.settled()));
        settlement.released().forEach((hotel, nights) -> tellReleased(hotel, nights, moved));
        return settlement.settled();
    }

    private SettlementInProgress settlement(Map<Integer, HotelVersions> judgedBy, Map<Integer, MappingTable> tables) {
        return new SettlementInProgress(
                judgedBy, tables, advisor, new UpgradePolicies(hierarchies, availability), clock.instant());
    }

    /** What one booking gave back another may have taken: told is what is left of it. */
    private void tellReleased(int hotelId, SortedSet<NightKey> nights, Map<NightKey, Integer> moved) {
        var free = new TreeSet<>(nights);
        free.removeIf(night -> moved.getOrDefault(night, 0) >= 0);
        if (!free.isEmpty()) {
            events.publishEvent(new NightsReleased(hotelId, free));
        }
    }

    /** Without the retries of workers whose claim is over: somebody else has these, or has done them already. */
    private LaneBatch rightful(LaneBatch batch) {
        var claims = batch.claims();
        if (claims.isEmpty()) {
            return batch;
        }
        var held = retries.stillHeld(claims);
        if (held.size() == claims.size()) {
            return batch;
        }
        LOG.info("{} of {} retries came too late, somebody else has them", claims.size() - held.size(), claims.size());
        return batch.part(batch.telegrams().stream()
                .filter(telegram -> telegram.claim() == null
                        || held.contains(telegram.claim().failureId()))
                .toList());
    }

    @Override
    @Transactional
    public void refuse(List<PreparedTelegram> refused) {
        if (refused.isEmpty()) {
            return;
        }
        var hotels = refused.stream().map(telegram -> telegram.head().hotelId()).collect(Collectors.toSet());
        var settlement = settlement(versions.current(hotels), Map.of());
        for (var telegram : refused) {
            if (telegram.reading() instanceof Reading.Refused reason) {
                settlement.refuse(telegram, reason.failure());
            }
        }
        writeCache(settlement.settled());
        events.publishEvent(new BatchSettled(settlement.settled()));
    }

    /** Telegrams that have no place among those of a booking: each is judged by itself. */
    private void settleAlone(LaneBatch batch, SettlementInProgress settlement) {
        var alone = batch.telegrams().stream()
                .filter(telegram -> !partOfBooking(telegram))
                .toList();
        if (alone.isEmpty()) {
            return;
        }
        var stored = telegrams.ofIds(
                alone.stream().map(telegram -> telegram.head().id()).toList());
        for (var telegram : alone) {
            var standing = stored.get(telegram.head().id());
            if (standing != null
                    && awaits(telegram, standing)
                    && telegram.reading() instanceof Reading.Refused refused) {
                settlement.refuse(telegram, refused.failure());
            }
        }
    }

    /** Decides about bookings; answers which nights that moves. */
    private SortedMap<NightKey, Integer> settleBookings(LaneBatch batch, SettlementInProgress settlement) {
        Map<BookingKey, List<PreparedTelegram>> byBooking = batch.telegrams().stream()
                .filter(SettleBatch::partOfBooking)
                .collect(Collectors.groupingBy(
                        telegram -> telegram.head().booking(), LinkedHashMap::new, Collectors.toList()));
        if (byBooking.isEmpty()) {
            return new TreeMap<>();
        }
        var stored = telegrams.ofBookings(byBooking.keySet());
        byBooking.replaceAll((key, fed) -> awaiting(fed, stored.getOrDefault(key, List.of())));
        byBooking.values().removeIf(List::isEmpty);
        var held = reservations.held(byBooking.keySet());
        var readings = readOthers(byBooking, stored);

        List<BookingCase> cases = new ArrayList<>();
        byBooking.forEach(
                (key, fed) -> cases.add(settlement.open(batch, held.get(key), fed, stored.get(key), readings)));
        var nights = new NightsOfBatch(inventory, cases);
        cases.forEach(bookingCase -> settlement.decide(bookingCase, nights));
        return nights.moved();
    }

    /** The telegrams that have to be read again because another one of their booking came in. */
    private Map<Long, Reading> readOthers(
            Map<BookingKey, List<PreparedTelegram>> byBooking, Map<BookingKey, List<StoredTelegram>> stored) {
        Set<Long> fed = byBooking.values().stream()
                .flatMap(List::stream)
                .map(telegram -> telegram.head().id())
                .collect(Collectors.toSet());
        var others = byBooking.keySet().stream()
                .flatMap(key -> stored.get(key).stream())
                .map(telegram -> telegram.head().id())
                .filter(id -> !fed.contains(id))
                .toList();
        return others.isEmpty() ? Map.of() : telegrams.read(others);
    }

    private static List<PreparedTelegram> awaiting(List<PreparedTelegram> fed, List<StoredTelegram> stored) {
        return fed.stream()
                .filter(prepared -> stored.stream()
                        .anyMatch(telegram ->
                                telegram.head().id() == prepared.head().id() && awaits(prepared, telegram)))
                .toList();
    }

    /** Fed twice, by its receiver and by the search for unfinished ones, it has its first attempt once. */
    private static boolean awaits(PreparedTelegram fed, StoredTelegram stored) {
        return fed.trigger() == Trigger.INITIAL
                ? stored.standing() == StoredTelegram.Standing.PENDING
                : stored.undecided();
    }

    private static boolean partOfBooking(PreparedTelegram telegram) {
        return telegram.head().ordered() && !telegram.reading().unreadable();
    }

    private void writeCache(List<SettledTelegram> settled) {
        cache.keep(settled.stream()
                .filter(telegram -> telegram.cache() == CacheEffect.OPEN)
                .map(SettleBatch::cached)
                .toList());
        cache.close(settled.stream()
                .filter(telegram ->
                        telegram.cache() == CacheEffect.HEALED || telegram.cache() == CacheEffect.SUPERSEDED)
                .map(telegram -> new ClosedFailure(
                        telegram.head().id(),
                        telegram.cache() == CacheEffect.HEALED ? "healed" : "superseded",
                        telegram.settledAt()))
                .toList());
    }

    private static CachedFailure cached(SettledTelegram telegram) {
        var head = telegram.head();
        HotelVersions judgedBy = telegram.judgedBy();
        return new CachedFailure(
                head.id(),
                head.hotelId(),
                head.channel(),
                head.channelKey(),
                head.bookingNumber(),
                head.kind() == null ? null : head.kind().name(),
                telegram.failure(),
                telegram.trigger() != null,
                telegram.arrival(),
                judgedBy.mapping(),
                judgedBy.availability(),
                telegram.booking(),
                telegram.suggestion(),
                telegram.waitsFor(),
                telegram.settledAt());
    }
}
