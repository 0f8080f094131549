/** The commands that check from outside, and what they say in plain words. */
@NullMarked
package org.smartcorrection.ledger.command;

import org.jspecify.annotations.NullMarked;
