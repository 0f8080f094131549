package org.smartcorrection.platform.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the demonstration opens: its story in six steps, each one click away. */
@Controller
@Profile("demo")
class StoryPages {
  private final DemoAccounts accounts;
  private final Sessions sessions;
  private final BehindTheBack behindTheBack;

  StoryPages(DemoAccounts accounts, Sessions sessions, BehindTheBack behindTheBack) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.behindTheBack = behindTheBack;
  }

  @GetMapping("/")
  String story(Model model) {
    model.addAttribute("named", behindTheBack.named());
    return "demo/story";
  }

  @GetMapping("/demo/named")
  String named(Model model) {
    model.addAttribute("named", behindTheBack.named());
    return "demo/story :: named";
  }

  /** Goes on as somebody else: one click, and only here. */
  @PostMapping("/demo/as/{login}")
  String as(
      @PathVariable String login,
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    Actor actor = accounts.actor(login).orElseThrow(NotFound::new);
    sessions.begin(request, response, actor);
    KeptForms.rememberWhoTypes(request, response, actor.account());
    boolean here = to.startsWith("/") && !to.startsWith("//") && !to.contains("\\");
    return "redirect:" + (here ? to : Sessions.home(actor.role()));
  }

  @PostMapping("/demo/change")
  String change(@RequestParam(defaultValue = "false") boolean back) {
    behindTheBack.change(back);
    return "redirect:/#step6";
  }
}
