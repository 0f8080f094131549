package org.smartcorrection.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPages {
  private final SignIn signIn;
  private final Sessions sessions;
  private final List<SignInNote> notes;

  SignInPages(SignIn signIn, Sessions sessions, List<SignInNote> notes) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.notes = notes;
  }

  @GetMapping("/sign-in")
  String form(@RequestParam Optional<String> kept, Model model) {
    model.addAttribute("kept", kept.isPresent());
    return page(Form.empty(), model);
  }

  @PostMapping("/sign-in")
  String signIn(
      @CookieValue(name = KeptForms.TYPED_BY, required = false) @Nullable String typedBy,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Form form = Form.of(request.getParameterMap());
    return switch (signIn.attempt(form.value("login"), form.value("secret"), form.value("code"))) {
      case SignIn.Outcome.In(List<Actor> posts) -> {
        Actor actor = posts.getFirst();
        sessions.begin(request, response, actor);
        KeptForms.keepOnlyFor(request.getSession(), actor.account(), typedBy);
        KeptForms.rememberWhoTypes(request, response, actor.account());
        yield "redirect:" + whereTo(request.getSession(), actor);
      }
      case SignIn.Outcome.Wrong _ -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(withoutSecrets(form).failing("login", "access.sign-in.wrong"), model);
      }
      case SignIn.Outcome.Locked(var until) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        yield page(withoutSecrets(form).failing("login", "access.sign-in.locked", until), model);
      }
    };
  }

  @PostMapping("/sign-out")
  String signOut(HttpServletRequest request) {
    sessions.end(request);
    return "redirect:/sign-in";
  }

  private String page(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("notes", notes.stream().flatMap(note -> note.lines().stream()).toList());
    return "access/sign-in";
  }

  private static Form withoutSecrets(Form form) {
    return Form.empty().with("login", form.value("login"));
  }

  /** Only paths of this site, as they were asked for; else the first page of the role. */
  private static String whereTo(HttpSession session, Actor actor) {
    Object asked = session.getAttribute(KeptForms.WHERE_TO);
    session.removeAttribute(KeptForms.WHERE_TO);
    return asked instanceof String path && path.startsWith("/") && !path.startsWith("//")
        ? path
        : Sessions.home(actor.role());
  }
}
