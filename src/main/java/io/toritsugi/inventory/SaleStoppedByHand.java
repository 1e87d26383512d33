package io.toritsugi.inventory;

import java.time.LocalDate;

/**
 * A person stopped the sale of a type's nights in the calendar, also where they bore the mark already. Published inside of the
 * transaction of the change, under the hotel's lock: listen with {@code @EventListener} to add to it.
 *
 * @param roomType the type's code
 * @param from the first night
 * @param to the night after the last
 */
public record SaleStoppedByHand(int hotelId, int roomTypeId, String roomType, LocalDate from, LocalDate to) {}
