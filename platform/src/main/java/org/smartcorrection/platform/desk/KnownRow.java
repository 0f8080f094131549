package org.smartcorrection.platform.desk;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Text;

/**
 * A fact that the record knows and the form does not ask for.
 *
 * @param source where it comes from, in words
 * @param href the proof of the act that it comes from; {@code null} when it comes from none
 */
record KnownRow(Text label, String value, Text source, @Nullable String href) {}
