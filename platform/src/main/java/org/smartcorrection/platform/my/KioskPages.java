package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.access.SignIn;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The terminal at the centre: one question, answers as large as a hand, and out again. */
@Controller
class KioskPages {
  private final SignIn signIn;
  private final Sessions sessions;
  private final Today today;
  private final OwnCases own;

  KioskPages(SignIn signIn, Sessions sessions, Today today, OwnCases own) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.today = today;
    this.own = own;
  }

  @GetMapping("/kiosk")
  String home(HttpServletRequest request, Locale locale, Model model) {
    boolean in =
        Kiosk.on(request)
            && Present.find().filter(actor -> actor.role() == Role.SUBJECT).isPresent();
    if (!in) return door(Form.empty(), model);
    model.addAttribute("today", today.of(own.current(), locale));
    return "my/kiosk";
  }

  @PostMapping("/kiosk")
  Object enter(HttpServletRequest request, HttpServletResponse response, Model model) {
    Form form = Form.of(request.getParameterMap());
    Form shown = Form.empty().with("login", form.value("login"));
    return switch (signIn.attempt(form.value("login"), form.value("secret"), "")) {
      case SignIn.Outcome.In(var posts) -> {
        Actor actor = posts.getFirst();
        if (actor.role() != Role.SUBJECT) yield wrong(shown, model);
        sessions.begin(request, response, actor);
        Kiosk.begin(request);
        yield "redirect:/kiosk";
      }
      case SignIn.Outcome.Wrong _ -> wrong(shown, model);
      case SignIn.Outcome.Locked(var until) ->
          Unaccepted.view(
              door(shown.failing("login", "access.sign-in.locked", until), model), model);
    };
  }

  /** Whoever goes leaves nothing behind for the next one. */
  @PostMapping("/kiosk/leave")
  String leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) session.invalidate();
    return "redirect:/kiosk";
  }

  private static Object wrong(Form form, Model model) {
    return Unaccepted.view(door(form.failing("login", "my.kiosk.wrong"), model), model);
  }

  private static String door(Form form, Model model) {
    model.addAttribute("form", form);
    return "my/kiosk-door";
  }
}
