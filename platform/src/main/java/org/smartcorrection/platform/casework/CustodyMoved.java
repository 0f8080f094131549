package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.AgencyId;

/**
 * A case has gone over to another agency with an act: whoever keeps something by agency follows, in
 * the act's transaction.
 *
 * @param in as it is now
 * @param from the agency that had it
 */
public record CustodyMoved(Case in, AgencyId from) {}
