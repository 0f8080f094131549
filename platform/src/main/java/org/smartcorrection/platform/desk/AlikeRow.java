package org.smartcorrection.platform.desk;

import java.util.Set;
import org.smartcorrection.platform.subjects.Alike;

/**
 * Two records that could be one human.
 *
 * @param href the page that lays them side by side
 */
record AlikeRow(Who one, Who other, Set<Alike> because, String href) {}
