package org.smartcorrection.procedure;

/**
 * An article as a text cites it.
 *
 * @param words in the reader's language, such as "Community Corrections Law, Art. 27"
 */
public record Cited(Article article, String words) {}
