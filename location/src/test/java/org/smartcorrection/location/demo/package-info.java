/** The demo's district and replays: drawn here, and tried here. */
@NullMarked
package org.smartcorrection.location.demo;

import org.jspecify.annotations.NullMarked;
