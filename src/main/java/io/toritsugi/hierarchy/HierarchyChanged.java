package io.toritsugi.hierarchy;

/**
 * The relations or rules of a hotel changed. Published inside of the transaction of the change: listen with
 * {@code @TransactionalEventListener}. Other nodes see {@code hotel_version.hierarchy}.
 *
 * @param hotelId the hotel
 * @param version the version that the change made
 */
public record HierarchyChanged(int hotelId, long version) {}
