package org.smartcorrection.platform.tracking;

import java.util.Optional;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.JudgedFix;

/**
 * A position that was kept.
 *
 * @param judged what the rules made of it; empty where no permitted area was set for the person
 */
record Position(Fix fix, Optional<JudgedFix> judged) {}
