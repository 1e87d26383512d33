package io.toritsugi.mapping;

/** A room type of the hotel, by its code and by its name. */
record HouseType(String code, String name) {}
