package io.toritsugi.intake;

import java.util.List;

/**
 * What a commit of the store made of some telegrams.
 *
 * @param toImport the originals that can be worked on
 */
record StoredChunk(List<ImportTask> toImport) {}
