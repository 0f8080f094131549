package org.smartcorrection.platform.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Text;

/**
 * A case behind a figure.
 *
 * @param name whose case it is; the case's number where the reader has nothing to do with it any
 *     more, or where nobody knows the name
 * @param href the case, or {@code null} where the reader may not open it
 * @param what the act or deadline, or {@code null} for those who were there on a day
 */
record BehindRow(
    String name,
    String number,
    @Nullable String href,
    Text category,
    @Nullable Text what,
    @Nullable LocalDate day) {}
