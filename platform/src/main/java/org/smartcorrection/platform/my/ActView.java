package org.smartcorrection.platform.my;

import java.time.Instant;
import java.util.List;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.shell.Line;

/** One act of a case in plain words: what, when, by whom, what it says, and its receipt. */
record ActView(
    String id,
    int number,
    String type,
    String agency,
    String post,
    Instant occurredAt,
    Instant recordedAt,
    List<Line> facts,
    Receipt receipt) {}
