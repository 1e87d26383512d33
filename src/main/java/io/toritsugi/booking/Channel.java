package io.toritsugi.booking;

/**
 * The OTA that a booking comes from.
 *
 * @param name {@code booking}, {@code jalan}, … or {@code other} for an unknown sales office
 * @param key what stands for the channel in the keys of domain notes §8.1: the name, and for {@code other} the company's
 *     name (NFKC), so that two unknown OTAs never share a booking
 */
public record Channel(String name, String key) {

    public static final String OTHER = "other";

    public boolean unknown() {
        return OTHER.equals(name);
    }
}
