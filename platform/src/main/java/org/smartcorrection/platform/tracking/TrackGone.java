package org.smartcorrection.platform.tracking;

import java.time.Instant;
import org.smartcorrection.platform.kernel.PersonId;

/** What was kept of a person's track from before an instant was deleted. */
record TrackGone(PersonId person, Instant before) {}
