package io.toritsugi.reservation;

/** What a booking is known by (domain notes §8.1): one reservation for each key. */
public record BookingKey(int hotelId, String channelKey, String bookingNumber) {}
