package io.toritsugi.mapping;

/** A change of a hotel's mappings that somebody wants. */
public sealed interface MappingChange {

    /** A new mapping. */
    record Make(MappingWanted wanted) implements MappingChange {}

    /** Another content for a mapping, as a whole. */
    record Replace(long id, MappingWanted wanted) implements MappingChange {}

    /** The end of a mapping. */
    record Remove(long id) implements MappingChange {}
}
