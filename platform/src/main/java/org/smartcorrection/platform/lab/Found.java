package org.smartcorrection.platform.lab;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.AlarmKind;

/**
 * What an officer found of an alarm that the machine raised.
 *
 * @param instance the run of the procedure {@code alarm}
 * @param agency that found it
 * @param device the dedicated device that was carried when the alarm was raised
 * @param cause of an error, as the officer chose it: a choice of the fact {@code errorCause}
 */
record Found(
    UUID instance,
    UUID alarm,
    AgencyId agency,
    CaseId caseId,
    PersonId person,
    AlarmKind kind,
    @Nullable UUID device,
    Verdict verdict,
    @Nullable String cause,
    Instant detectedAt,
    Instant foundAt) {}
