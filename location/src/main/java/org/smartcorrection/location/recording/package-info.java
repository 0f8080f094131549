/** Recordings of movement: read from files, placed on a map, replayed as fixes. */
@NullMarked
package org.smartcorrection.location.recording;

import org.jspecify.annotations.NullMarked;
