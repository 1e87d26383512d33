package io.toritsugi.booking;

/**
 * The guest's name in its normal form (domain notes §4.3).
 *
 * @param name never null, empty when the telegram has none
 * @param kana the reading; the name itself where none was sent
 */
public record GuestName(String name, String kana) {}
