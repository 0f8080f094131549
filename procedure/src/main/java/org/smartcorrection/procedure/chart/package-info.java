/**
 * Procedures drawn: as a picture for readers and as BPMN 2.0 for modelling tools.
 *
 * <p>{@link org.smartcorrection.procedure.chart.Picture} gives SVG, {@link
 * org.smartcorrection.procedure.chart.Bpmn} gives XML, both from a {@link
 * org.smartcorrection.procedure.act.Definition} and a {@link
 * org.smartcorrection.procedure.chart.Wording}, which names things in the reader's language. Both
 * are pure: the same definition always gives the same text, so that it can be published and
 * compared.
 */
@NullMarked
package org.smartcorrection.procedure.chart;

import org.jspecify.annotations.NullMarked;
