/**
 * Procedures as data and what may happen in them.
 *
 * <p>The way through: an {@link org.smartcorrection.procedure.act.ActProposal} meets its {@link
 * org.smartcorrection.procedure.act.Instance} in {@link
 * org.smartcorrection.procedure.act.Interpreter#decide}, which reads the {@link
 * org.smartcorrection.procedure.act.Definition}, asks the guards it names, counts the deadlines it
 * opens and gives an {@link org.smartcorrection.procedure.act.Outcome}. {@link
 * org.smartcorrection.procedure.act.Definitions#check} proves in the build, over every
 * configuration in which a definition can stand, that it has no dead end, no restriction without an
 * article, no refusal without a remedy; that nobody is judged unheard and hiding blocks nothing;
 * that no restriction outlives its term; that somebody always owes the next step; and that nothing
 * goes on after the correction ended. {@link org.smartcorrection.procedure.act.Flaw.Kind} lists
 * what it looks for.
 */
@NullMarked
package org.smartcorrection.procedure.act;

import org.jspecify.annotations.NullMarked;
