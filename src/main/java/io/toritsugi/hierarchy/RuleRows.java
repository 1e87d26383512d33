package io.toritsugi.hierarchy;

import io.toritsugi.database.SqlFile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of rules and blackouts, as people edit them; a change is one statement. */
@Component
class RuleRows {

    private static final String SET = SqlFile.text("hierarchy/set-rules");

    private final JdbcClient jdbc;
    private final Clock clock;

    RuleRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the hotel's rules these, blackouts included. */
    void set(int hotelId, RuleSettings rules) {
        jdbc.sql(SET)
                .param("hotel", hotelId)
                .param("maxUpgradeLevels", rules.maxUpgradeLevels())
                .param("priceDifferenceLimit", rules.priceDifferenceLimit())
                .param("priceDifferenceLimitPercent", rules.priceDifferenceLimitPercent())
                .param("capacityRequired", rules.capacityRequired())
                .param("smoking", rules.smoking().spelling())
                .param(
                        "blackoutsFrom",
                        rules.blackoutDates().stream()
                                .map(RuleSettings.BlackoutDates::from)
                                .toArray(LocalDate[]::new))
                .param(
                        "blackoutsTo",
                        rules.blackoutDates().stream()
                                .map(RuleSettings.BlackoutDates::to)
                                .toArray(LocalDate[]::new))
                .param("freezeDays", rules.freezeDays())
                .param("displacementFirst", rules.displacementFirst())
                .param("excludedChannels", rules.excludedChannels().toArray(String[]::new))
                .param("excludedPlans", rules.excludedPlans().toArray(String[]::new))
                .param("placementMode", rules.placement().mode().spelling())
                .param("placementMaxLevels", rules.placement().maxLevels())
                .param("placementMaxPriceDifference", rules.placement().maxPriceDifference())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
