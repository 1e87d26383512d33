package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.inventory.TypeFacts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which types a hotel's relations and rules let a guest sleep who booked a certain one, whether they are free or not (R1.1,
 * R5.5): what suggestions go by, without the nights. Safe for many threads.
 */
public final class PermittedTypes {

    private final List<TypeFacts> types;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final UpgradeEngine engine;

    /** @param types all types of the hotel */
    public PermittedTypes(Hierarchy hierarchy, List<TypeFacts> types) {
        this.types = List.copyOf(types);
        this.engine = new UpgradeEngine(hierarchy, types);
        for (int position = 0; position < types.size(); position++) {
            positions.put(types.get(position).id(), position);
        }
    }

    /**
     * Who is to be given another type.
     *
     * @param bookedTypeId what was sold to him
     * @param end the day after the last night
     * @param guests of one room; 0 where the booking does not say
     * @param channel null when it is not known
     * @param plan null when there is none
     */
    public record Guest(
            int bookedTypeId,
            LocalDate first,
            LocalDate end,
            int guests,
            @Nullable String channel,
            @Nullable String plan) {

        public static Guest of(PlacedRoom room) {
            return new Guest(room.bookedTypeId(), room.first(), room.end(), room.guests(), room.channel(), room.plan());
        }
    }

    /** The numbers of all types in reach with the first rule that bars each, in the order of their codes; empty where none does. */
    public Map<Integer, Optional<String>> inReach(Guest guest) {
        var verdicts = new LinkedHashMap<Integer, Optional<String>>();
        Arrays.stream(candidatesOf(guest.bookedTypeId()))
                .sorted(Comparator.comparing(candidate -> candidate.type().code()))
                .forEach(candidate -> verdicts.put(candidate.type().id(), barring(guest, candidate)));
        return verdicts;
    }

    /** Whether the guest may sleep there: in what he booked always, elsewhere by relations and rules. */
    public boolean permits(Guest guest, int typeId) {
        return typeId == guest.bookedTypeId()
                || candidate(guest.bookedTypeId(), typeId)
                        .map(candidate -> barring(guest, candidate).isEmpty())
                        .orElse(false);
    }

    /**
     * The codes along the best way from one type to another, both included (R1.3); no longer than the rules allow, where there
     * is such a way. The type itself where they are the same.
     *
     * @throws IllegalArgumentException when there is none
     */
    public List<String> path(int fromTypeId, int toTypeId) {
        if (fromTypeId == toTypeId) {
            return List.of(types.get(positions.get(fromTypeId)).code());
        }
        return candidate(fromTypeId, toTypeId)
                .map(Candidate::path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no way from type " + fromTypeId + " to type " + toTypeId));
    }

    private Optional<String> barring(Guest guest, Candidate candidate) {
        if (!candidate.standing().isEmpty()) {
            return Optional.of(candidate.standing().get(0).code());
        }
        if (!engine.rules().sleeps(candidate.type(), guest.guests())) {
            return Optional.of("upgrade.capacity");
        }
        return engine.rules().barring(guest.first(), guest.end(), guest.channel(), guest.plan()).stream()
                .findFirst()
                .map(bar -> bar.of(candidate.type()).code());
    }

    private Optional<Candidate> candidate(int fromTypeId, int toTypeId) {
        return Arrays.stream(candidatesOf(fromTypeId))
                .filter(candidate -> candidate.type().id() == toTypeId)
                .findFirst();
    }

    private Candidate[] candidatesOf(int typeId) {
        var position = positions.get(typeId);
        return position == null ? new Candidate[0] : engine.candidates(position);
    }
}
