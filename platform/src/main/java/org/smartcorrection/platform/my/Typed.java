package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.shell.Form;

/** What somebody had typed when their session ended. */
final class Typed {
  private Typed() {}

  static Form kept(KeptForms kept, HttpServletRequest request) {
    return kept.take(request)
        .map(
            form -> {
              var values = new LinkedHashMap<String, String[]>();
              form.values()
                  .forEach((name, given) -> values.put(name, given.toArray(String[]::new)));
              return Form.of(values);
            })
        .orElseGet(Form::empty);
  }
}
