/** Device protocols as pure readings: a message in, a raw fix or a named fault out. */
@NullMarked
package org.smartcorrection.location.protocol;

import org.jspecify.annotations.NullMarked;
