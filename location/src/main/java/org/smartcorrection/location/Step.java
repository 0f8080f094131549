package org.smartcorrection.location;

import java.util.List;

/**
 * What one fix did.
 *
 * @param state to be given to the next step
 * @param fix what became of the fix itself, to be stored with it
 * @param findings mostly none
 */
public record Step(TrackState state, JudgedFix fix, List<Finding> findings) {}
