/**
 * Supervision of one person by a dedicated device as a pure state machine: what was agreed or ruled
 * ({@code Terms}), what came in ({@link Message}), what was observed.
 */
@NullMarked
package org.smartcorrection.location.supervision;

import org.jspecify.annotations.NullMarked;
