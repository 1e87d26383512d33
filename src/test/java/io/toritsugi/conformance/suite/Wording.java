package io.toritsugi.conformance.suite;

/** A text for people, in Japanese and in English. */
public record Wording(String ja, String en) {}
