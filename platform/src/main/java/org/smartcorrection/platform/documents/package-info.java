/** Documents of a case: checked uploads and generated, numbered papers. */
@ApplicationModule(displayName = "documents")
@NullMarked
package org.smartcorrection.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
