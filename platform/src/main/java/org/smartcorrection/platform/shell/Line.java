package org.smartcorrection.platform.shell;

/**
 * One line of an explanation or of a list of facts: what it is, and what it says. The last line of
 * a {@code why} is drawn as its result.
 */
public record Line(Text term, Text detail) {}
