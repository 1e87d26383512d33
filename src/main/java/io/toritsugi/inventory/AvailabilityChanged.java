package io.toritsugi.inventory;

/**
 * The rooms of a hotel changed, so that a booking that found none may find one now. Published inside of the transaction of
 * the change: listen with {@code @TransactionalEventListener}. Other nodes see {@code hotel_version.availability}.
 *
 * @param hotelId the hotel
 */
public record AvailabilityChanged(int hotelId) {}
