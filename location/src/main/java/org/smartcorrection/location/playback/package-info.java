/** What a person's journal says of a span of time, told as stops, ways and gaps. */
@NullMarked
package org.smartcorrection.location.playback;

import org.jspecify.annotations.NullMarked;
