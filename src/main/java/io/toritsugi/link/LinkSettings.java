package io.toritsugi.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code toritsugi.link}: what holds for the links of all hotels. What is particular to a hotel is set over the
 * API.
 *
 * @param key what credentials are encrypted with: any secret of 32 characters or more, or a key set as Tink's JSON, in which
 *     keys can be replaced one by one; empty: the key set in the file
 * @param keySetFile where the keys are kept that are made at the first need
 * @param talks how many hotels this node polls or confirms for at once
 * @param lease after this time without a sign of life a node's conversation counts as dead and another takes it up
 * @param againAfter how soon a poll that brought bookings is repeated
 * @param longestAnswer how long an answer may take to arrive, from its first byte to its last
 * @param backOff how long nothing is asked after TL-Lincoln said "too many requests"
 * @param credentialCodes failure codes that mean wrong credentials; the vendor's are not public, so that a text that speaks of
 *     authentication counts too
 * @param hotels connections that are there from the start, by hotel code
 */
@ConfigurationProperties("toritsugi.link")
record LinkSettings(
        @Nullable String key,
        @DefaultValue("data/link-keys.json") Path keySetFile,
        @DefaultValue("8") int talks,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("3s") Duration againAfter,
        @DefaultValue("15m") Duration longestAnswer,
        @DefaultValue Waits backOff,
        @DefaultValue List<String> credentialCodes,
        @DefaultValue Map<String, ConfiguredConnection> hotels) {

    LinkSettings {
        if (talks < 1 || lease.compareTo(Duration.ofSeconds(1)) < 0 || againAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "toritsugi.link: expected talks >= 1, lease >= 1s and again-after >= 0, found " + talks + ", "
                            + lease + ", " + againAfter);
        }
        hotels = Map.copyOf(hotels);
        credentialCodes = List.copyOf(credentialCodes);
    }

    /** Waits that double, from one to the other. */
    record Waits(
            @DefaultValue("1m") Duration base,
            @DefaultValue("30m") Duration cap) {

        BackOff toBackOff() {
            return new BackOff(base, cap);
        }
    }

    /** Without the secrets: settings are printed by more than one framework. */
    @Override
    public String toString() {
        return "LinkSettings[keySetFile=" + keySetFile + ", talks=" + talks + ", hotels=" + hotels.keySet() + "]";
    }

    /**
     * A connection that is there from the start. Where and who are set anew at every start, the rest is taken when the
     * connection is first made.
     *
     * @param address without the service's name: {@code https://www.tl-lincoln.net/pmsservice/V1}
     */
    record ConfiguredConnection(
            @Nullable String address,
            @Nullable String systemId,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("true") boolean poll,
            @Nullable Integer pollSeconds,
            @Nullable Integer nightPollSeconds) {

        @Override
        public String toString() {
            return "ConfiguredConnection[" + address + ", " + systemId + ", poll=" + poll + "]";
        }
    }
}
