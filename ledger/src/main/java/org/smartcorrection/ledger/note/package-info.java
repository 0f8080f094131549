/** Keys, signed notes, checkpoints and cosignatures in the formats of C2SP. */
@NullMarked
package org.smartcorrection.ledger.note;

import org.jspecify.annotations.NullMarked;
