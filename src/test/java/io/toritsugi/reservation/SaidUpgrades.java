package io.toritsugi.reservation;

import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.inventory.Availability;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.upgrade.UpgradeAdvisor;
import io.toritsugi.upgrade.UpgradeRequest;
import io.toritsugi.upgrade.UpgradeSuggestion;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import io.toritsugi.upgrade.UpgradeSuggestion.None;
import io.toritsugi.upgrade.UpgradeSuggestion.Option;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Relations and rules as a test says them, and the plainest of advisors: what the relations of a type lead to, the nearest
 * first, then in the order in which they were said. To be imported; bears no annotation, or applications that are started beside
 * the tests' classes would find it.
 */
class SaidUpgrades {

    @Bean
    @Primary
    Said said(JdbcClient jdbc) {
        return new Said(jdbc);
    }

    @Bean
    @Primary
    UpgradeAdvisor plainAdvisor(Said said, Availability availability) {
        return request -> advise(said.of(request.hotelId()), availability.of(request.hotelId()), request);
    }

    /** What a test said of its hotels. */
    static class Said implements Hierarchies {

        private final JdbcClient jdbc;
        private final Map<Integer, Hierarchy> hotels = new ConcurrentHashMap<>();

        Said(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Hierarchy of(int hotelId) {
            return hotels.getOrDefault(hotelId, new Hierarchy(0, List.of(), UpgradeRules.NONE));
        }

        /** Says it, as a change that every node would see: {@code SGL->TWN}, the best first. */
        void say(String hotel, Placement placement, boolean capacityRequired, String... relations) {
            int id = jdbc.sql("select id from hotel where code = :code")
                    .param("code", hotel)
                    .query(Integer.class)
                    .single();
            var edges = IntStream.range(0, relations.length)
                    .mapToObj(index -> edge(id, relations[index], index + 1))
                    .toList();
            var none = UpgradeRules.NONE;
            var rules = new UpgradeRules(
                    null,
                    null,
                    null,
                    capacityRequired,
                    none.smoking(),
                    List.of(),
                    null,
                    false,
                    none.excludedChannels(),
                    none.excludedPlans(),
                    placement);
            long version = jdbc.sql("""
                            insert into hotel_version as v (hotel_id, hierarchy)
                            values (:hotel, 1)
                            on conflict (hotel_id) do update set hierarchy = v.hierarchy + 1
                            returning v.hierarchy
                            """).param("hotel", id).query(Long.class).single();
            hotels.put(id, new Hierarchy(version, edges, rules));
        }

        private UpgradeEdge edge(int hotel, String relation, int priority) {
            var pair = relation.split("->");
            return new UpgradeEdge(type(hotel, pair[0]), type(hotel, pair[1]), priority, UpgradeEdge.Kind.UP, true);
        }

        private int type(int hotel, String code) {
            return jdbc.sql("select id from room_type where hotel_id = :hotel and code = :code")
                    .param("hotel", hotel)
                    .param("code", code)
                    .query(Integer.class)
                    .single();
        }
    }

    private static UpgradeSuggestion advise(Hierarchy hierarchy, AvailabilityGrid grid, UpgradeRequest request) {
        var options = new ArrayList<Option>();
        var reasons = new ArrayList<Reason>();
        request.lacking()
                .forEach(night ->
                        reasons.add(new Reason(request.requested().code(), "upgrade.full", night.night(), null)));
        paths(hierarchy, request.requested().id()).forEach((type, path) -> {
            var facts = grid.types().get(grid.indexOf(type));
            var free = LongStream.range(
                            request.checkIn().toEpochDay(), request.checkOut().toEpochDay())
                    .mapToObj(day -> new FreeNight(
                            LocalDate.ofEpochDay(day), grid.free(grid.indexOf(type), Math.toIntExact(day))))
                    .toList();
            var full = free.stream()
                    .filter(night -> night.free() < request.rooms())
                    .findFirst();
            boolean tooSmall = hierarchy.rules().capacityRequired() && facts.capacity() < request.guests();
            if (tooSmall) {
                reasons.add(new Reason(facts.code(), "upgrade.capacity", null, null));
            }
            full.ifPresent(night -> reasons.add(new Reason(facts.code(), "upgrade.full", night.date(), null)));
            if (!tooSmall && full.isEmpty()) {
                var codes = path.stream()
                        .map(id -> grid.types().get(grid.indexOf(id)).code())
                        .toList();
                int baseRate =
                        grid.types().get(grid.indexOf(request.requested().id())).baseRate();
                options.add(new Option(
                        facts.code(), codes, path.size() - 1, List.of(), facts.baseRate() - baseRate, free, null));
            }
        });
        return new UpgradeSuggestion(false, options, options.isEmpty() ? new None(reasons) : null, hierarchy.version());
    }

    private static Map<Integer, List<Integer>> paths(Hierarchy hierarchy, int from) {
        var paths = new LinkedHashMap<Integer, List<Integer>>();
        paths.put(from, List.of(from));
        var look = new ArrayList<>(List.of(from));
        for (int index = 0; index < look.size(); index++) {
            var at = look.get(index);
            for (var edge : hierarchy.edges()) {
                if (edge.fromTypeId() == at && !paths.containsKey(edge.toTypeId())) {
                    var path = new ArrayList<>(paths.get(at));
                    path.add(edge.toTypeId());
                    paths.put(edge.toTypeId(), path);
                    look.add(edge.toTypeId());
                }
            }
        }
        paths.remove(from);
        return paths;
    }
}
