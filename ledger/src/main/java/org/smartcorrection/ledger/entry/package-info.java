/** What an agency signs and the ledger keeps: entries made of pseudonyms and commitments. */
@NullMarked
package org.smartcorrection.ledger.entry;

import org.jspecify.annotations.NullMarked;
