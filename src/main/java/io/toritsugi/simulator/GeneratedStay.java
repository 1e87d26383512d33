package io.toritsugi.simulator;

import java.time.LocalDate;
import java.util.List;

/**
 * What is booked.
 *
 * @param perPerson whether prices are by the person
 * @param headerDifference yen by which the header total differs from nights and options, as some OTAs have it
 */
record GeneratedStay(
        LocalDate checkIn,
        int nights,
        List<GeneratedRoom> rooms,
        List<Option> options,
        List<Discount> discounts,
        boolean perPerson,
        int headerDifference,
        String paymentText) {

    /** An extra: {@code count} times {@code rate} yen, on the first night. */
    record Option(String code, String name, int count, int rate) {}

    /** Points or a coupon, in yen. */
    record Discount(String name, int amount) {}

    LocalDate checkOut() {
        return checkIn.plusDays(nights);
    }

    long total() {
        long rooms = checkIn.datesUntil(checkOut()).mapToLong(this::night).sum();
        long extras = options.stream()
                .mapToLong(option -> (long) option.count() * option.rate())
                .sum();
        return rooms + extras + headerDifference;
    }

    private long night(LocalDate night) {
        return rooms.stream().mapToLong(room -> room.night(night)).sum();
    }

    int adults() {
        return rooms.stream().mapToInt(GeneratedRoom::adults).sum();
    }

    int men() {
        return rooms.stream().mapToInt(GeneratedRoom::men).sum();
    }

    int children() {
        return rooms.stream().mapToInt(GeneratedRoom::children).sum();
    }

    GeneratedStay on(LocalDate otherCheckIn, int otherNights) {
        return new GeneratedStay(
                otherCheckIn, otherNights, rooms, options, discounts, perPerson, headerDifference, paymentText);
    }

    GeneratedStay in(List<GeneratedRoom> otherRooms) {
        return new GeneratedStay(
                checkIn, nights, otherRooms, options, discounts, perPerson, headerDifference, paymentText);
    }
}
