package org.smartcorrection.platform.tracking;

import org.smartcorrection.platform.kernel.PersonId;

/**
 * What holds for a person is another from now on: {@link Areas#terms} gives the new. Published
 * after the act that changed it was committed, on the same thread and outside of any transaction.
 */
record ZonesChanged(PersonId person) {}
