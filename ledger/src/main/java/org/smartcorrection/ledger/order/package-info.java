/** Puts signed entries into one durable sequence; one log of one agency, and its client. */
@NullMarked
package org.smartcorrection.ledger.order;

import org.jspecify.annotations.NullMarked;
