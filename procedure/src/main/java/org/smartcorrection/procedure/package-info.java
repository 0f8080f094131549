/**
 * The law as data: legal calendar, counting of time, rules and their numbers, procedures, and a
 * reason for every outcome.
 *
 * <p>Two ways lead through this library. <b>Time:</b> an event ({@link
 * org.smartcorrection.procedure.Start}) and a way of counting ({@link
 * org.smartcorrection.procedure.Counting}) go through the {@link
 * org.smartcorrection.procedure.LegalCalendar} and come out as a {@link
 * org.smartcorrection.procedure.Deadline} that carries its {@link
 * org.smartcorrection.procedure.Explanation}. <b>Acts:</b> what somebody wants to do goes to {@code
 * act.Interpreter.decide} with the procedure's instance and comes out as an outcome: accepted with
 * its new state and deadlines, in need of a written reason, or refused with reasons and a remedy.
 *
 * <p>Everything is pure: no clock, no database, no text for people in code. Texts are in {@code
 * messages.properties} and {@code messages_zh_CN.properties} and are rendered by {@link
 * org.smartcorrection.procedure.Explanations}.
 */
@NullMarked
package org.smartcorrection.procedure;

import org.jspecify.annotations.NullMarked;
