/**
 * People, devices and faults as they could be, with the truth beside what the devices say: the
 * measure of every detector. Deterministic from a seed and streaming. It knows nothing of
 * detectors.
 */
@NullMarked
package org.smartcorrection.location.simulation;

import org.jspecify.annotations.NullMarked;
