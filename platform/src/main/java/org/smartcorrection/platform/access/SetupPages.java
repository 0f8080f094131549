package org.smartcorrection.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the one-time link for the first administrator. */
@Controller
class SetupPages {
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int SHORTEST_PASSWORD = 12;
  private final ObjectProvider<FirstAdministrator> first;

  SetupPages(ObjectProvider<FirstAdministrator> first) {
    this.first = first;
  }

  @GetMapping("/setup")
  String form(@RequestParam(defaultValue = "") String token, Model model) {
    requireFitting(token);
    return page(Form.empty().with("token", token), model);
  }

  @PostMapping("/setup")
  String begin(HttpServletRequest request, HttpServletResponse response, Model model) {
    Form typed = Form.of(request.getParameterMap());
    FirstAdministrator administrator = requireFitting(typed.value("token"));
    FormReader read = typed.read("access.setup");
    var beginning =
        new FirstAdministrator.Beginning(
            read.text("agency-code", 40),
            read.text("agency-zh", 60),
            read.text("agency-en", 80),
            read.text("name-zh", 40),
            read.text("name-en", 60),
            read.text("login", 40),
            read.text("password", 200));
    if (!beginning.agencyCode().isEmpty() && !CODE.matcher(beginning.agencyCode()).matches())
      read.failing("agency-code", "access.setup.code-form");
    if (!beginning.password().isEmpty() && beginning.password().length() < SHORTEST_PASSWORD)
      read.failing("password", "access.setup.password-short", SHORTEST_PASSWORD);
    if (read.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(read.form().with("password", ""), model);
    }
    Optional<Enrolment.Enrolled> enrolled = administrator.begin(typed.value("token"), beginning);
    model.addAttribute("enrolled", enrolled.orElseThrow(NotFound::new));
    return "access/setup-done";
  }

  private FirstAdministrator requireFitting(String token) {
    FirstAdministrator administrator = first.getIfAvailable();
    if (administrator == null || !administrator.fits(token)) throw new NotFound();
    return administrator;
  }

  private static String page(Form form, Model model) {
    model.addAttribute("form", form);
    return "access/setup";
  }
}
