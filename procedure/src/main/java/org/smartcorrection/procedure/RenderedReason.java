package org.smartcorrection.procedure;

import java.util.List;

/**
 * A reason in the reader's language.
 *
 * @param text what happened and what to do next
 * @param remedy how to complain about it or go on
 * @param article where the rule is written
 * @param articles the same, one by one
 * @param confidence whether its text was read, is still to be checked, or is ours
 */
public record RenderedReason(
    String text, String remedy, String article, List<Cited> articles, String confidence) {}
