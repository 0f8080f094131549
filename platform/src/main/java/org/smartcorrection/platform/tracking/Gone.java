package org.smartcorrection.platform.tracking;

import java.time.Instant;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * What went of one person.
 *
 * @param rows how many messages, observations, points, counts or values
 */
public record Gone(PersonId person, DataClass of, int rows, Instant from, Instant until) {}
