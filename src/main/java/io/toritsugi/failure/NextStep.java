package io.toritsugi.failure;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What to do next about an open failure, with the facts that a button needs to say what it does.
 *
 * @param roomType to which the best upgrade leads; null unless that is the step
 * @param alternatives the other types that it may be upgraded to, the next best first
 * @param at when it is tried again by itself; null unless it waits for that
 */
@Schema(name = "NextStep")
public record NextStep(
        Action action,
        @Schema(example = "DBL") @Nullable String roomType,
        List<String> alternatives,
        @Nullable OffsetDateTime at) {

    /** What a person does, or that he need not do anything. */
    public enum Action {
        /** Say which type a room code stands for. */
        MAP,
        /** Give a better type that is free. */
        UPGRADE,
        /** Correct what the telegram says. */
        EDIT,
        /** Nothing: it heals by itself. */
        WAIT,
        /** Try once more, for the attempts are used up. */
        RETRY,
        /** Look at it: nothing can be proposed. */
        REVIEW;

        /** The spelling of the API. */
        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The step for a failure that is open. */
    public static NextStep of(FailureLine failure) {
        return switch (failure.failureClass()) {
            case ROOM_MAPPING -> plain(Action.MAP);
            case NO_AVAILABILITY -> upgrade(options(failure.suggestion()));
            case VALIDATION ->
                PossibleAction.EDIT
                                .obstacle(FailureCode.of(failure.code()), failure.kind())
                                .isEmpty()
                        ? plain(Action.EDIT)
                        : plain(Action.REVIEW);
            case PARSE, DUPLICATE -> plain(Action.REVIEW);
            case OUT_OF_ORDER -> patience(failure, Action.REVIEW);
            case REMOTE, SYSTEM -> patience(failure, Action.RETRY);
        };
    }

    private static NextStep upgrade(List<String> types) {
        return types.isEmpty()
                ? plain(Action.REVIEW)
                : new NextStep(Action.UPGRADE, types.get(0), types.subList(1, types.size()), null);
    }

    private static NextStep patience(FailureLine failure, Action otherwise) {
        return failure.state().equals("escalated")
                ? plain(otherwise)
                : new NextStep(Action.WAIT, null, List.of(), failure.nextAttemptAt());
    }

    private static NextStep plain(Action action) {
        return new NextStep(action, null, List.of(), null);
    }

    private static List<String> options(@Nullable JsonNode suggestion) {
        return suggestion == null
                ? List.of()
                : StreamSupport.stream(suggestion.path("options").spliterator(), false)
                        .map(option -> option.path("roomType").asText())
                        .toList();
    }
}
