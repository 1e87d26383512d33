package io.toritsugi.upgrade;

import io.toritsugi.inventory.RoomTypeRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one suggestion.
 *
 * @param request what was asked
 * @param evidence what was answered: the options with their free nights, or the proof of none
 * @param chosen the type that the guest was given; null when none was
 * @param telegramId the telegram that asked; null when a person did
 * @param reservationId the reservation that it is about; null when there is none
 * @param decidedBy the person, or the rule that decided
 */
public record UpgradeDecision(
        UpgradeRequest request,
        UpgradeSuggestion evidence,
        @Nullable RoomTypeRef chosen,
        @Nullable Long telegramId,
        @Nullable UUID reservationId,
        String decidedBy) {}
