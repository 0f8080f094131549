package org.smartcorrection.platform.my;

import java.time.Instant;
import java.util.List;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.procedure.Cited;

/**
 * One act of a case in plain words: what, when, by whom, what it says, by which articles, its
 * receipt.
 */
record ActView(
    String id,
    int number,
    String type,
    String agency,
    String post,
    Instant occurredAt,
    Instant recordedAt,
    List<Line> facts,
    List<Cited> articles,
    Receipt receipt) {}
