/**
 * How good supervision is, as figures: simulated people with their truth beside what was observed.
 * For tests, the bench, and whoever wants to try a changed rule.
 */
@NullMarked
package org.smartcorrection.location.measure;

import org.jspecify.annotations.NullMarked;
