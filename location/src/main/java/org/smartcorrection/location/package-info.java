/** Datum, zones, track quality and findings: a pure state machine for one person's positions. */
@NullMarked
package org.smartcorrection.location;

import org.jspecify.annotations.NullMarked;
