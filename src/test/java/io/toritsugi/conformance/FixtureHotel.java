package io.toritsugi.conformance;

import io.toritsugi.api.Http;
import java.util.Map;
import java.util.TreeMap;

/** A hotel as the samples want it: five types with 20 rooms each, their codes mapped, 9999 deliberately not. */
public final class FixtureHotel {

    private static final Map<String, String> TYPES =
            new TreeMap<>(Map.of("0001", "SGL", "0002", "TWN", "0003", "DBL", "0005", "FAM", "0007", "JPN"));

    private FixtureHotel() {}

    /** Makes one that no other test knows; answers its code. */
    public static String make(Http admin) {
        return make(admin, 20);
    }

    public static String make(Http admin, int rooms) {
        var hotel = admin.newHotel();
        TYPES.forEach((code, type) -> {
            admin.put(
                            "/api/v1/hotels/" + hotel + "/room-types/" + type,
                            Map.of("name", type, "capacity", 5, "smoking", false, "baseRate", 10_000, "rooms", rooms))
                    .expect(201);
            map(admin, hotel, code, type);
        });
        return hotel;
    }

    public static void map(Http admin, String hotel, String code, String type) {
        admin.post("/api/v1/hotels/" + hotel + "/mappings", Map.of("channel", "*", "code", code, "roomType", type))
                .expect(201);
    }
}
