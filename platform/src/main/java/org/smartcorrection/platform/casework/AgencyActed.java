package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.organisation.Actor;

/**
 * An agency did something official without a case. Published inside the transaction that records
 * it: whoever listens there writes together with the act, or not at all.
 */
public record AgencyActed(AgencyAct act, Actor by) {}
