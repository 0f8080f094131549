/** What a partner's system reads over the API: cases, what is due, and acts as typed events. */
@NullMarked
package org.smartcorrection.platform.desk.partner;

import org.jspecify.annotations.NullMarked;
