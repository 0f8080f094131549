/** Legal calendar, terms, deadlines and procedures as data, with a reason for every outcome. */
@NullMarked
package org.smartcorrection.procedure;

import org.jspecify.annotations.NullMarked;
