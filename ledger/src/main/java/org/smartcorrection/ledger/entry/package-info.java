/**
 * What an agency signs and the ledger keeps: entries made of pseudonyms, and of one hash that fixes
 * the rest.
 */
@NullMarked
package org.smartcorrection.ledger.entry;

import org.jspecify.annotations.NullMarked;
