package io.toritsugi.mapping;

import io.toritsugi.mapping.Proposal.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which room types of one hotel a code or a group may stand for, as far as its room master, its groups and names tell. Pure, over
 * what it was given; for one thread.
 */
final class RoomTypeProposals {

    static final double OF_GROUP = 1.0;
    static final double OF_CODES = 0.9;

    /** The most that names can say: a name is no proof. */
    static final double OF_NAMES = 0.8;

    private static final double LEAST_LIKENESS = 0.5;
    private static final int MOST = 3;

    private final Map<String, String> typeByGroup;
    private final Map<String, List<RoomMasterLine>> byGroup;
    private final Map<String, List<RoomMasterLine>> byCode;
    private final List<Known> knownNames;

    RoomTypeProposals(List<HouseType> types, Map<String, String> typeByGroup, List<RoomMasterLine> master) {
        this.typeByGroup = typeByGroup;
        this.byGroup = master.stream()
                .filter(line -> line.groupCode() != null)
                .collect(Collectors.groupingBy(RoomMasterLine::groupCode));
        this.byCode = master.stream().collect(Collectors.groupingBy(RoomMasterLine::code));
        this.knownNames = knownNames(types, master);
    }

    /**
     * For a room code that is not mapped, the best first.
     *
     * @param names as telegrams sent them
     * @param groups as telegrams sent them
     */
    List<Proposal> ofCode(String channel, String code, Collection<String> names, Collection<String> groups) {
        var lines = byCode.getOrDefault(code, List.of()).stream()
                .filter(line -> channel.equals(MappingTable.ANY_CHANNEL) || channel.equals(line.channel()))
                .toList();
        var ofGroups = new LinkedHashSet<>(groups);
        lines.stream().map(RoomMasterLine::groupCode).filter(Objects::nonNull).forEach(ofGroups::add);
        var called = new LinkedHashSet<>(names);
        lines.stream().flatMap(RoomMasterLine::names).forEach(called::add);
        var found = new ArrayList<Proposal>();
        for (var group : ofGroups) {
            var type = typeByGroup.get(group);
            if (type != null) {
                found.add(new Proposal(type, Reason.GROUP, OF_GROUP, List.of(group)));
            }
            addOfCodes(group, found);
        }
        addOfNames(called, found);
        return best(found);
    }

    /** For a group that stands for no type, the best first. */
    List<Proposal> ofGroup(String group) {
        var found = new ArrayList<Proposal>();
        addOfCodes(group, found);
        addOfNames(
                byGroup.getOrDefault(group, List.of()).stream()
                        .flatMap(RoomMasterLine::names)
                        .collect(Collectors.toCollection(TreeSet::new)),
                found);
        return best(found);
    }

    /** Only where all mapped codes of a group agree: a group of two types says nothing. */
    private void addOfCodes(String group, List<Proposal> found) {
        var mapped = byGroup.getOrDefault(group, List.of()).stream()
                .filter(line -> line.roomType() != null)
                .collect(Collectors.groupingBy(
                        RoomMasterLine::roomType, Collectors.mapping(RoomMasterLine::code, Collectors.toSet())));
        if (mapped.size() == 1) {
            mapped.forEach((type, codes) -> found.add(new Proposal(
                    type,
                    Reason.CODES_OF_GROUP,
                    OF_CODES,
                    codes.stream().sorted().toList())));
        }
    }

    private void addOfNames(Set<String> called, List<Proposal> found) {
        for (var sent : called) {
            var name = new RoomTypeName(sent);
            for (var known : knownNames) {
                double likeness = name.likeness(known.name());
                if (likeness >= LEAST_LIKENESS) {
                    found.add(new Proposal(
                            known.type(),
                            Reason.NAME,
                            rounded(OF_NAMES * likeness),
                            List.of(sent, known.name().sent())));
                }
            }
        }
    }

    /** What our types are called here, and what mapped codes are called elsewhere. */
    private static List<Known> knownNames(List<HouseType> types, List<RoomMasterLine> master) {
        var byName = new LinkedHashMap<List<String>, Known>();
        types.forEach(type -> Stream.of(type.name(), type.code())
                .forEach(name ->
                        byName.put(List.of(name, type.code()), new Known(new RoomTypeName(name), type.code()))));
        for (var line : master) {
            if (line.roomType() != null && line.name() != null) {
                byName.computeIfAbsent(
                        List.of(line.name(), line.roomType()),
                        key -> new Known(new RoomTypeName(key.get(0)), key.get(1)));
            }
        }
        return List.copyOf(byName.values());
    }

    /** Each type once, by its strongest reason. */
    private static List<Proposal> best(List<Proposal> found) {
        var byType = new HashMap<String, Proposal>();
        found.forEach(proposal ->
                byType.merge(proposal.roomType(), proposal, (one, other) -> other.score() > one.score() ? other : one));
        return byType.values().stream()
                .sorted(Comparator.comparingDouble(Proposal::score).reversed().thenComparing(Proposal::roomType))
                .limit(MOST)
                .toList();
    }

    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }

    private record Known(RoomTypeName name, String type) {}
}
