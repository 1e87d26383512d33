package io.toritsugi.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A room of a generated stay, for all its nights.
 *
 * @param code as the OTA calls the type
 * @param group TL-Lincoln's own group
 * @param men adults, as women
 * @param a70 children by the grades of domain notes §4.5, as b50, c30 and none
 * @param adultRate yen a person on a weekday night
 */
record GeneratedRoom(
        String code,
        String name,
        String group,
        int men,
        int women,
        int a70,
        int b50,
        int c30,
        int none,
        int adultRate) {

    int adults() {
        return men + women;
    }

    int children() {
        return a70 + b50 + c30 + none;
    }

    /** Yen a person; the nights before a Saturday and a Sunday are dearer. */
    int adultRate(LocalDate night) {
        boolean weekend = night.getDayOfWeek() == DayOfWeek.FRIDAY || night.getDayOfWeek() == DayOfWeek.SATURDAY;
        return weekend ? adultRate * 6 / 5 : adultRate;
    }

    int a70Rate(LocalDate night) {
        return adultRate(night) * 7 / 10;
    }

    int b50Rate(LocalDate night) {
        return adultRate(night) / 2;
    }

    int c30Rate(LocalDate night) {
        return adultRate(night) * 3 / 10;
    }

    /** Yen for everybody in the room; children without meal or bed pay nothing. */
    int night(LocalDate night) {
        return adults() * adultRate(night) + a70 * a70Rate(night) + b50 * b50Rate(night) + c30 * c30Rate(night);
    }

    GeneratedRoom as(RoomGroup other) {
        return new GeneratedRoom(
                other.agentCode(), other.name(), other.code(), men, women, a70, b50, c30, none, adultRate + 1000);
    }
}
