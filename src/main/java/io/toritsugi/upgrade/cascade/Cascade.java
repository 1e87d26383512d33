package io.toritsugi.upgrade.cascade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelRef;
import io.toritsugi.upgrade.cascade.Proposal.ProposedMove;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as the API shows it.
 *
 * @param purpose what it is for: a stay that needs rooms, or a day of a type that is oversold
 * @param requested what was asked for
 * @param frees the type that gets rooms for the stay; null for a day
 * @param moved how many rooms move
 * @param cost whole yen that better rooms are given away for, the freed one included
 * @param expiresAt when it is outdated if nobody decides
 */
@Schema(name = "Cascade")
@JsonInclude(JsonInclude.Include.ALWAYS)
record Cascade(
        UUID id,
        String hotel,

        @Schema(allowableValues = {"proposed", "applied", "undone", "rejected", "outdated"})
        String state,

        @Schema(allowableValues = {"stay", "day"}) String purpose,

        @Nullable Long failureId,
        Requested requested,

        @Schema(description = "Null for a day") @Nullable Frees frees,

        List<Move> moves,
        int moved,
        @Schema(description = "Whole yen") long cost,

        @Schema(allowableValues = {"single", "mip"}) String method,

        @Schema(implementation = CascadeEvidence.class) JsonNode evidence,

        String proposedBy,
        OffsetDateTime proposedAt,
        OffsetDateTime expiresAt,
        @Nullable String appliedBy,
        @Nullable OffsetDateTime appliedAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt) {

    /**
     * What was asked for.
     *
     * @param checkOut the day after the last night; of a day the day after it
     * @param guests of one room; 0 for a day
     * @param rooms 0 for a day
     */
    @Schema(name = "CascadeRequested")
    record Requested(
            @Schema(example = "SGL") String roomType, LocalDate checkIn, LocalDate checkOut, int guests, int rooms) {}

    /**
     * The type that gets rooms for the stay.
     *
     * @param path how the hierarchy leads there from the requested type; that alone where it is the same
     */
    @Schema(name = "CascadeFrees")
    record Frees(@Schema(example = "TWN") String roomType, List<String> path) {

        private static Frees of(String code, JsonNode evidence) {
            return StreamSupport.stream(evidence.path("types").spliterator(), false)
                    .filter(type -> type.path("roomType").asText().equals(code))
                    .findFirst()
                    .map(type -> new Frees(
                            code,
                            StreamSupport.stream(type.path("path").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList()))
                    .orElseThrow(() -> new IllegalStateException("The evidence does not name " + code));
        }
    }

    /**
     * A room that moves for its whole stay.
     *
     * @param channel null when the reservation is not there any more, as are number and name
     * @param guest masked for VIEWER
     * @param cost whole yen that the better room is given away for
     */
    @Schema(name = "CascadeMove")
    record Move(
            UUID reservation,
            int room,
            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable String guest,
            @Schema(example = "SGL") String from,
            @Schema(example = "TWN") String to,
            LocalDate checkIn,
            LocalDate checkOut,
            int nights,
            long cost) {

        private static Move of(ProposedMove move, GuestPrivacy privacy) {
            return new Move(
                    move.reservation(),
                    move.roomNo(),
                    move.channel(),
                    move.bookingNumber(),
                    move.guest() == null ? null : privacy.name(move.guest()),
                    move.from().code(),
                    move.to().code(),
                    move.first(),
                    move.end(),
                    Math.toIntExact(ChronoUnit.DAYS.between(move.first(), move.end())),
                    move.cost());
        }
    }

    static Cascade of(HotelRef hotel, Proposal proposal, CascadeSettings settings, GuestPrivacy privacy) {
        return new Cascade(
                proposal.id(),
                hotel.code(),
                proposal.state(),
                proposal.purpose().name().toLowerCase(Locale.ROOT),
                proposal.failureId(),
                new Requested(
                        proposal.requested().code(),
                        proposal.checkIn(),
                        proposal.checkOut(),
                        proposal.guests(),
                        proposal.rooms()),
                proposal.freed() == null ? null : Frees.of(proposal.freed().code(), proposal.evidence()),
                proposal.moves().stream().map(move -> Move.of(move, privacy)).toList(),
                proposal.moves().size(),
                proposal.cost(),
                proposal.method(),
                proposal.evidence(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.proposedAt().plus(settings.keep()),
                proposal.appliedBy(),
                proposal.appliedAt(),
                proposal.endedBy(),
                proposal.endedAt());
    }
}
