package org.smartcorrection.platform.desk;

import java.time.Instant;
import org.smartcorrection.platform.shell.Text;

/**
 * A look as the person sees it: agency, post and purpose, and no name.
 *
 * @param mine whether it is the reader's own
 */
record LookRow(Instant at, String agency, String post, Text what, Text purpose, boolean mine) {}
