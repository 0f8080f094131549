/**
 * JT/T 808-2019 (and 2013), the protocol of Chinese positioning terminals, as pure code: bytes in,
 * messages or named faults out. Nothing that arrives makes it throw or grow without bound.
 */
@NullMarked
package org.smartcorrection.location.protocol.jt808;

import org.jspecify.annotations.NullMarked;
