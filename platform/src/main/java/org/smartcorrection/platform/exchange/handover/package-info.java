/**
 * Data out: a file for a platform that a province mandates, made by a mapping that is data, with
 * what differs since the last one; and their file read back and held against ours.
 */
@NullMarked
package org.smartcorrection.platform.exchange.handover;

import org.jspecify.annotations.NullMarked;
