/**
 * How good the alarms are: how often they are false by what officers found, and what other figures
 * of the rules of supervision would have asked, tried on past tracks before they are in force.
 */
@ApplicationModule(displayName = "lab")
@NullMarked
package org.smartcorrection.platform.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
