package org.smartcorrection.platform.oversight;

import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.shell.Form;

/** Brings back what was typed before a session ended. */
final class TypedBefore {
  private TypedBefore() {}

  static Form typed(KeptForms.Kept kept) {
    Form form = Form.empty();
    for (var field : kept.values().entrySet())
      form = form.with(field.getKey(), field.getValue().toArray(String[]::new));
    return form;
  }
}
