package io.toritsugi.bench;

/** The sales offices of the load, with their share of 1,617 telegrams seen (domain notes §5). */
enum Ota {
    BOOKING("Booking.com", "30", "99", 734, false),
    JALAN("じゃらんnet", "66", "0X", 230, true),
    RAKUTEN("楽天トラベル", "11", "RY", 202, true),
    AGODA("Agoda", "2606", "AG", 104, false),
    EXPEDIA("Expedia", "47", "EX", 90, false),
    IKYU("一休.com", "001", "IK", 66, true),
    JTB("JTB", "JT9", "JT", 22, true),
    ANA("ANAセールス", "AN9", "AN", 17, false),
    JALPAK("ジャルパック", "JP9", "JP", 8, true),
    SKYTICKET("スカイチケット", "SK9", "SK", 4, false);

    private static final int ALL;

    static {
        int sum = 0;
        for (var ota : values()) {
            sum += ota.share;
        }
        ALL = sum;
    }

    private final String company;
    private final String office;
    private final String numberPrefix;
    private final int share;
    private final boolean perPerson;

    Ota(String company, String office, String numberPrefix, int share, boolean perPerson) {
        this.company = company;
        this.office = office;
        this.numberPrefix = numberPrefix;
        this.share = share;
        this.perPerson = perPerson;
    }

    String company() {
        return company;
    }

    String office() {
        return office;
    }

    String numberPrefix() {
        return numberPrefix;
    }

    /** Whether it sells by the person (PersonalRate) rather than by the room. */
    boolean perPerson() {
        return perPerson;
    }

    /** One of them by its share; {@code draw} is from [0, 1). */
    static Ota drawn(double draw) {
        int left = (int) (draw * ALL);
        for (var ota : values()) {
            left -= ota.share;
            if (left < 0) {
                return ota;
            }
        }
        return BOOKING;
    }
}
