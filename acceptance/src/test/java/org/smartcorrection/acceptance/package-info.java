/** The product as its users meet it: the built jar as a process, and a real browser before it. */
@NullMarked
package org.smartcorrection.acceptance;

import org.jspecify.annotations.NullMarked;
