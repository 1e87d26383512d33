package io.toritsugi.simulator;

import io.toritsugi.simulator.GeneratedStay.Discount;
import io.toritsugi.simulator.GeneratedStay.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws what is booked, in the proportions of domain notes §5. */
final class StayDraw {

    private static final int SEEN = 1617;
    private static final int SEEN_WITH_CHILDREN = 63;
    private static final double[] UP_TO_NIGHTS = {0.56, 0.80, 0.90, 0.94, 0.96, 0.975, 0.99};
    private static final int LONGEST_STAY = 19;
    private static final int FARTHEST_ARRIVAL = 365;
    private static final int MOST_ROOMS = 10;
    private static final int ONE_IN_UNKNOWN_TYPES = 200;
    private static final double[] UP_TO_GROUP = {0.25, 0.55, 0.85, 0.94, 1};
    private static final RoomGroup UNKNOWN = new RoomGroup("99", "スイート（新設）", "9999", 0);
    private static final RoomGroup FAMILY = RoomGroup.DEMO.get(3);

    private final SplittableRandom random;

    StayDraw(SplittableRandom random) {
        this.random = random;
    }

    GeneratedStay stay(SalesOffice office, LocalDate today) {
        var stay = new GeneratedStay(
                today.plusDays(random.nextInt(FARTHEST_ARRIVAL)),
                nights(),
                rooms(office),
                options(office),
                discounts(office),
                office.sellsByPerson(random),
                0,
                "");
        return new GeneratedStay(
                stay.checkIn(),
                stay.nights(),
                stay.rooms(),
                stay.options(),
                stay.discounts(),
                stay.perPerson(),
                headerDifference(office),
                office.paymentText(random, stay.total()));
    }

    RoomGroup group() {
        if (random.nextInt(ONE_IN_UNKNOWN_TYPES) == 0) {
            return UNKNOWN;
        }
        double draw = random.nextDouble();
        int group = 0;
        while (draw >= UP_TO_GROUP[group]) {
            group++;
        }
        return RoomGroup.DEMO.get(group);
    }

    private int nights() {
        double draw = random.nextDouble();
        for (int nights = 1; nights <= UP_TO_NIGHTS.length; nights++) {
            if (draw < UP_TO_NIGHTS[nights - 1]) {
                return nights;
            }
        }
        return random.nextInt(UP_TO_NIGHTS.length + 1, LONGEST_STAY + 1);
    }

    private List<GeneratedRoom> rooms(SalesOffice office) {
        double draw = random.nextDouble();
        int count = draw < 0.92 ? 1 : draw < 0.98 ? 2 : random.nextInt(3, MOST_ROOMS + 1);
        boolean children = random.nextInt(SEEN) < SEEN_WITH_CHILDREN;
        var rooms = new ArrayList<GeneratedRoom>();
        while (rooms.size() < count) {
            rooms.add(room(office, children && rooms.isEmpty()));
        }
        return List.copyOf(rooms);
    }

    private GeneratedRoom room(SalesOffice office, boolean children) {
        var group = children ? FAMILY : group();
        int women = random.nextInt(2);
        int men = women == 0 || !group.code().equals("1") ? 1 : 0;
        // Agoda's amounts are net of about 12 % commission.
        int gross = 100 * (60 + random.nextInt(100));
        int rate = office == SalesOffice.AGODA ? gross * 88 / 100 : gross;
        return new GeneratedRoom(
                group.agentCode(),
                group.name(),
                group.code(),
                men,
                women,
                children ? random.nextInt(2) : 0,
                children ? 1 : 0,
                children ? random.nextInt(2) : 0,
                children ? random.nextInt(2) : 0,
                rate);
    }

    private List<Option> options(SalesOffice office) {
        boolean some = (office == SalesOffice.JTB || office == SalesOffice.JALAN) && random.nextInt(5) == 0;
        return some ? List.of(new Option("OP01", "夕食グレードアップ", 2, 2200), new Option("OP02", "駐車場", 1, 800)) : List.of();
    }

    private List<Discount> discounts(SalesOffice office) {
        if (office != SalesOffice.JALAN && office != SalesOffice.RAKUTEN || random.nextInt(3) > 0) {
            return List.of();
        }
        var points = new Discount("サンプルポイント利用", 100 * (1 + random.nextInt(20)));
        return office == SalesOffice.RAKUTEN
                ? List.of(points)
                : List.of(points, new Discount("見本クーポン", 500), new Discount("補助金", 0));
    }

    private int headerDifference(SalesOffice office) {
        return switch (office) {
            case BOOKING -> random.nextInt(3) == 0 ? random.nextInt(-7, 8) : 0;
            case EXPEDIA -> random.nextInt(3) == 0 ? random.nextInt(1000, 4000) : 0;
            case JALAN, RAKUTEN, AGODA, IKYU, JTB, ANA, JALPAK, SKYTICKET, RAKUTEN_GLOBAL -> 0;
        };
    }
}
