package org.smartcorrection.platform.my;

import java.time.Instant;
import org.smartcorrection.platform.shell.Text;

/** One look of staff at the person's data: agency and post, never the name (rules digest, "k"). */
record LookView(String agency, String post, Text what, Text purpose, Instant at) {}
