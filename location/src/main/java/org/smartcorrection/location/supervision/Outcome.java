package org.smartcorrection.location.supervision;

import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.JudgedFix;

/**
 * What one message, or the passing of time, did.
 *
 * @param state to be given to the next step
 * @param fix what became of the position, to be stored with it; empty if there was none
 * @param observations mostly none
 * @param late whether the message belongs before others that were judged: then nothing was done,
 *     and a {@link Revision} puts it in its place
 */
public record Outcome(
    SupervisionState state,
    Optional<JudgedFix> fix,
    List<Observation> observations,
    boolean late) {}
