package org.smartcorrection.procedure;

import java.util.List;

/**
 * One rendered line of an explanation.
 *
 * @param articles the articles it rests on, written out
 */
public record Line(String label, String value, List<String> articles) {}
