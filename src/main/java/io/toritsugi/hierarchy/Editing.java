package io.toritsugi.hierarchy;

import io.toritsugi.access.HotelRef;
import java.util.Locale;

/**
 * Who wants to change what of which state.
 *
 * @param expected the state that the change was made for
 * @param language of the refusal, should there be one
 */
record Editing(HotelRef hotel, IfMatch expected, Locale language) {

    int hotelId() {
        return hotel.id();
    }
}
