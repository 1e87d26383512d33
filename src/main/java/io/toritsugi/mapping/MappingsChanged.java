package io.toritsugi.mapping;

/**
 * The mappings of a hotel changed. Published inside of the transaction of the change: listen with
 * {@code @TransactionalEventListener}. Other nodes see {@code hotel_version.mapping}.
 *
 * @param hotelId the hotel
 * @param version the version that the change made
 */
public record MappingsChanged(int hotelId, long version) {}
