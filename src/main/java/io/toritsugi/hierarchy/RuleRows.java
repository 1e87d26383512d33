package io.toritsugi.hierarchy;

import io.toritsugi.database.SqlFile;
import io.toritsugi.hierarchy.RuleSettings.BlackoutDates;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
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
                .param("blackoutsFrom", dates(rules, BlackoutDates::from))
                .param("blackoutsTo", dates(rules, BlackoutDates::to))
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

    private static String[] dates(RuleSettings rules, Function<BlackoutDates, LocalDate> date) {
        return rules.blackoutDates().stream().map(date).map(LocalDate::toString).toArray(String[]::new);
    }
}
