package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.UUID;
import org.smartcorrection.location.Article29Ground;
import org.smartcorrection.platform.kernel.CaseId;

/**
 * A live ground of electronic positioning, as the person and the officer are told of it.
 *
 * @param instance the run of the procedure {@code positioning} that carries it
 * @param kind which of the five grounds of CCL 29 it is
 * @param from since when positions may be kept
 * @param until first instant at which they no longer may
 */
public record Ground(
    UUID instance, CaseId caseId, Article29Ground kind, Instant from, Instant until) {}
