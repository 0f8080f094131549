@NullMarked
package org.smartcorrection.platform.lab;

import org.jspecify.annotations.NullMarked;
