/**
 * Procedures as data and what may happen in them.
 *
 * <p>The way through: an {@link org.smartcorrection.procedure.act.ActProposal} meets its {@link
 * org.smartcorrection.procedure.act.Instance} in {@link
 * org.smartcorrection.procedure.act.Interpreter#decide}, which reads the {@link
 * org.smartcorrection.procedure.act.Definition}, asks the guards it names, counts the deadlines it
 * opens and gives an {@link org.smartcorrection.procedure.act.Outcome}. {@link
 * org.smartcorrection.procedure.act.Definitions#check} proves in the build that no definition has a
 * dead end, a restriction without an article, or a refusal without a remedy.
 */
@NullMarked
package org.smartcorrection.procedure.act;

import org.jspecify.annotations.NullMarked;
