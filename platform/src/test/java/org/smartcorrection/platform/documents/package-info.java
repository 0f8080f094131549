@NullMarked
package org.smartcorrection.platform.documents;

import org.jspecify.annotations.NullMarked;
