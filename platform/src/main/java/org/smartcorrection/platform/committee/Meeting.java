package org.smartcorrection.platform.committee;

import java.time.Instant;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AgencyId;

/** A meeting to which the committee of an agency is called. */
public record Meeting(UUID id, AgencyId agency, Instant opensAt, String place) {}
