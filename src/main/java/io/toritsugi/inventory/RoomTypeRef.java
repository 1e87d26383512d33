package io.toritsugi.inventory;

/** A room type by its number and by the code that people use. */
public record RoomTypeRef(int id, String code) {}
