package io.toritsugi.booking;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One room of a stay, or the part of a stay that it spends in one room type (flag {@code room_move}).
 *
 * @param code the OTA's room type code; text, leading zeros count
 * @param name the OTA's name of the type, for people only: never map by it
 * @param groupCode NetRmTypeGroupCode, a proposal for a mapping
 * @param firstNight the date of the first amount
 * @param amounts whole yen, one for each night from {@code firstNight} on; never empty
 */
public record BookedRoom(
        String code,
        @Nullable String name,
        @Nullable String groupCode,
        int adults,
        int children,
        LocalDate firstNight,
        List<Integer> amounts) {

    public BookedRoom {
        amounts = List.copyOf(amounts);
    }

    /** The day after the last night. */
    public LocalDate endDate() {
        return firstNight.plusDays(amounts.size());
    }
}
