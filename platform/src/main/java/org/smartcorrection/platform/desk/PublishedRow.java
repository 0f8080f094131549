package org.smartcorrection.platform.desk;

import org.smartcorrection.platform.casework.PublishedNumber;
import org.smartcorrection.platform.evidence.Receipt;

/** A number that was set, with who set it and its receipt. */
record PublishedRow(PublishedNumber act, String by, Receipt receipt) {}
