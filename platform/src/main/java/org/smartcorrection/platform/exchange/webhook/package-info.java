/**
 * Tells other systems that something happened: signed messages that carry identifiers and nothing
 * else. Whoever may read more reads it over the API.
 */
@NullMarked
package org.smartcorrection.platform.exchange.webhook;

import org.jspecify.annotations.NullMarked;
