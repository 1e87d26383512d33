package io.toritsugi.access;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From the hotel's code in a path to the hotel, for those who may act for it. A hotel outside of the caller's scope is
 * refused in the same words whether it exists or not; only who may act for all hotels is told that one does not exist.
 */
@Component
public class HotelAccess {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Recent<String, HotelRef> recent;

    HotelAccess(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.recent = new Recent<>(clock, REMEMBERED, 10_000);
    }

    /**
     * The hotel, for the current caller.
     *
     * @throws ProblemException {@code access.forbidden_hotel}, {@code hotel.unknown}
     */
    public HotelRef require(String hotelCode) {
        return require(Caller.current(), hotelCode);
    }

    /** As {@link #require(String)}, for a caller that is known otherwise. */
    public HotelRef require(Caller caller, String hotelCode) {
        var hotel = recent.get(hotelCode, this::find);
        if (hotel == null && caller.allHotels()) {
            throw new ProblemException(ProblemCode.HOTEL_UNKNOWN, Map.of("hotel", hotelCode));
        }
        if (hotel == null || !caller.mayUse(hotel.id())) {
            throw new ProblemException(ProblemCode.FORBIDDEN_HOTEL, Map.of("hotel", hotelCode));
        }
        return hotel;
    }

    /**
     * The hotel that a list is narrowed to: the one asked for, else the only one that the current caller may act for.
     *
     * @param hotelCode null when none is asked for
     * @return the hotel's number; null for all hotels
     * @throws ProblemException {@code access.forbidden_hotel}, {@code hotel.unknown}
     */
    public @Nullable Integer scope(@Nullable String hotelCode) {
        return hotelCode == null
                ? Caller.current().hotelId()
                : Integer.valueOf(require(hotelCode).id());
    }

    /**
     * The hotel, for the current caller, who must be one that may bring telegrams.
     *
     * @throws ProblemException {@code access.forbidden}, {@code access.forbidden_hotel}, {@code hotel.unknown}
     */
    public HotelRef requireIntake(String hotelCode) {
        return requireIntake(Caller.current(), hotelCode);
    }

    /** As {@link #requireIntake(String)}, for a route on another thread; see {@link Caller#of}. */
    public HotelRef requireIntake(Caller caller, String hotelCode) {
        caller.require(Role.INTAKE);
        return require(caller, hotelCode);
    }

    /** To be called by who changes a hotel: the next look-up on this node reads it anew. */
    public void changed(String hotelCode) {
        recent.forget(hotelCode);
    }

    private @Nullable HotelRef find(String code) {
        return jdbc.sql("select id, code, time_zone from hotel where code = :code")
                .param("code", code)
                .query((row, number) ->
                        new HotelRef(row.getInt("id"), row.getString("code"), ZoneId.of(row.getString("time_zone"))))
                .optional()
                .orElse(null);
    }
}
