/** Measures the bars of the product; each row of a table is a class. */
@NullMarked
package org.smartcorrection.acceptance.bench;

import org.jspecify.annotations.NullMarked;
