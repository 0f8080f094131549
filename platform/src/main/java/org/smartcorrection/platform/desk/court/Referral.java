package org.smartcorrection.platform.desk.court;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.subjects.Identity;

/**
 * A person and the decision about them, as a court refers them.
 *
 * @param custody the agency at the place of execution (CCL 17)
 * @param overrideReason why a rule that only warns is not followed
 */
record Referral(Identity person, Agency custody, Facts decision, @Nullable String overrideReason) {}
