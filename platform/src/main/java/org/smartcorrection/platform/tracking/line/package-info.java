/**
 * The lines that devices keep open beside HTTP: JT/T 808 and MQTT. A line knows how its protocol
 * speaks and nothing of the law; all that it takes goes through {@code Reception}.
 */
@NullMarked
package org.smartcorrection.platform.tracking.line;

import org.jspecify.annotations.NullMarked;
