package io.toritsugi.simulator;

import java.util.SplittableRandom;

/** The OTAs that generated bookings come from, with their share of 1,617 telegrams seen and their habits (domain notes §5). */
enum SalesOffice {
    BOOKING("Booking.com", "30", "48", 734, Habit.LATIN),
    JALAN("じゃらんnet", "66", "0X", 230, Habit.PER_PERSON),
    RAKUTEN("楽天トラベル", "11", "RY", 202, Habit.PER_PERSON),
    AGODA("Agoda", "2606", "88", 104, Habit.LATIN),
    EXPEDIA("Expedia", "47", "EX", 90, Habit.LATIN),
    IKYU("一休.com", "001", "IK", 66, Habit.EITHER),
    JTB("JTB（企画・るるぶ）", "JT9", "JT", 22, Habit.EITHER),
    ANA("ANAセールス", "AN9", "AN", 17, Habit.EITHER),
    JALPAK("ジャルパック", "JP9", "JP", 8, Habit.EITHER),
    SKYTICKET("スカイチケット", "SK9", "SK", 4, Habit.EITHER),
    RAKUTEN_GLOBAL("楽天グローバル", "RG9", "RG", 1, Habit.EITHER);

    private enum Habit {
        /** Prices by the room, guests from abroad. */
        LATIN,
        /** Prices by the person. */
        PER_PERSON,
        /** Prices either way. */
        EITHER
    }

    private final String company;
    private final String code;
    private final String numberPrefix;
    private final int share;
    private final Habit habit;

    SalesOffice(String company, String code, String numberPrefix, int share, Habit habit) {
        this.company = company;
        this.code = code;
        this.numberPrefix = numberPrefix;
        this.share = share;
        this.habit = habit;
    }

    String company() {
        return company;
    }

    String code() {
        return code;
    }

    String numberPrefix() {
        return numberPrefix;
    }

    boolean guestsFromAbroad() {
        return habit == Habit.LATIN;
    }

    boolean sellsByPerson(SplittableRandom random) {
        return switch (habit) {
            case LATIN -> false;
            case PER_PERSON -> true;
            case EITHER -> random.nextBoolean();
        };
    }

    /** How it is paid, in the words of OtherServiceInformation (domain notes §6.5). */
    String paymentText(SplittableRandom random, long total) {
        return switch (this) {
            case BOOKING, IKYU ->
                random.nextInt(3) == 0 ? "決済内容：カード決済★ 事前 支払額：\\" + String.format("%,d", total) : "決済内容：★";
            case JALAN, SKYTICKET, RAKUTEN_GLOBAL -> random.nextBoolean() ? "決済内容：カード決済★" : "★";
            case RAKUTEN, AGODA, EXPEDIA -> "決済内容：エージェント精算★";
            case JTB, JALPAK -> "決済内容：ツアー会社精算★";
            case ANA -> random.nextInt(3) == 0 ? "決済内容：法人利用★" : "決済内容：ツアー会社精算★";
        };
    }

    static SalesOffice drawn(SplittableRandom random) {
        int all = 0;
        for (var office : values()) {
            all += office.share;
        }
        int left = random.nextInt(all);
        for (var office : values()) {
            left -= office.share;
            if (left < 0) {
                return office;
            }
        }
        return BOOKING;
    }
}
