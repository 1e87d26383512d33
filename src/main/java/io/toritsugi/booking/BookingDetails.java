package io.toritsugi.booking;

import java.util.Map;

/**
 * What is shown with a reservation and never searched: names as sent, booker, contact, meals, options, discounts, remarks.
 * Written to the reservation's {@code details} as JSON.
 */
public record BookingDetails(Map<String, Object> values) {}
