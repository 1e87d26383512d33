/**
 * The telegram as a Java object: a mirror of the document, element by element. JAXB fills the public fields and nobody
 * else writes them; every scalar is the text as sent, so that the translation decides what a number is.
 */
@NamedInterface("model")
@NullMarked
package io.toritsugi.telegram.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
