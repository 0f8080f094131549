package org.smartcorrection.platform.desk;

import org.smartcorrection.platform.casework.Summary;

/**
 * A case of another record of the same human.
 *
 * @param open whether the reader's post covers it; if not, its number is all there is
 */
record LinkedCase(Who who, Summary summary, boolean open) {}
