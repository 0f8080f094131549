/** The check-up of a spreadsheet: which deadlines are missed or near. Nothing of it is kept. */
@NullMarked
package org.smartcorrection.platform.exchange.checkup;

import org.jspecify.annotations.NullMarked;
