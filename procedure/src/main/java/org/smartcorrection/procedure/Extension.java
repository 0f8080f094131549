package org.smartcorrection.procedure;

/**
 * A span added to a deadline by agreement or decision. It goes on where the original span ends,
 * before that end moves off a holiday.
 *
 * @param rule the rule that allows it
 */
public record Extension(Span by, String rule) {}
