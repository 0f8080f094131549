/**
 * What the members of a consortium compute together: their logs from the entries in the common
 * order, and from one another's signatures which heads are final.
 */
@NullMarked
package org.smartcorrection.node.consortium;

import org.jspecify.annotations.NullMarked;
