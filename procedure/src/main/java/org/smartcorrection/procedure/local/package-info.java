/**
 * Procedures of an agency's own: a version of a published procedure that asks for more than the law
 * does, or one that the law leaves to the agency. Checked here so that none can take anything from
 * a person or from an organ that the law gives them.
 */
@NullMarked
package org.smartcorrection.procedure.local;

import org.jspecify.annotations.NullMarked;
