package org.smartcorrection.procedure;

import java.util.List;

/**
 * One rendered line of an explanation.
 *
 * @param articles the articles it rests on, each once
 */
public record Line(String label, String value, List<Cited> articles) {}
