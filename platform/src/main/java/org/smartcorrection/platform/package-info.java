/** The product: a Spring Modulith application on the libraries location, procedure and ledger. */
@NullMarked
package org.smartcorrection.platform;

import org.jspecify.annotations.NullMarked;
