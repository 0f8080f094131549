/** The court's pages and its interface: referrals in, and what became of them. */
@NullMarked
package org.smartcorrection.platform.desk.court;

import org.jspecify.annotations.NullMarked;
