package org.smartcorrection.platform.tracking;

import org.smartcorrection.platform.kernel.PersonId;

/** Where a person may be, must not be or has to be was decided anew, and that is committed. */
record ZonesChanged(PersonId person) {}
