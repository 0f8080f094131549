package org.smartcorrection.platform.exchange.webhook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An administrator registers addresses that are told of events, and sees what became of it. */
@Controller
class WebhookPages {
  private static final int LISTED = 50;

  private final Webhooks webhooks;
  private final Outbox outbox;
  private final Guard guard;
  private final Jurisdiction jurisdiction;
  private final Trail trail;

  WebhookPages(
      Webhooks webhooks, Outbox outbox, Guard guard, Jurisdiction jurisdiction, Trail trail) {
    this.webhooks = webhooks;
    this.outbox = outbox;
    this.guard = guard;
    this.jurisdiction = jurisdiction;
    this.trail = trail;
  }

  @GetMapping("/admin/webhooks")
  String list(Model model) {
    return page(Form.empty(), model);
  }

  private String page(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("webhooks", webhooks.of(custody()));
    model.addAttribute(
        "kinds",
        EventKind.choices().stream()
            .map(kind -> new Option(kind.name(), Text.of("exchange.webhook.kind." + kind)))
            .toList());
    return "exchange/webhooks";
  }

  /** Answers with the secret, which is shown this once. */
  @PostMapping("/admin/webhooks")
  String register(HttpServletRequest request, HttpServletResponse response, Model model) {
    FormReader read = Form.of(request.getParameterMap()).read("exchange.webhook");
    String typed = read.text("address", 500);
    Optional<URI> address = guard.address(typed);
    if (!typed.isEmpty() && address.isEmpty()) read.failing("address", "exchange.webhook.unfit");
    List<EventKind> kinds =
        EventKind.choices().stream()
            .filter(kind -> read.form().holds("kinds", kind.name()))
            .toList();
    if (kinds.isEmpty()) read.failing("kinds", "exchange.webhook.kinds.none");
    if (read.failed() || address.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(read.form(), model);
    }
    Webhooks.Registered registered =
        webhooks.register(custody(), address.get(), kinds, Present.actor().account());
    trail.note(
        Present.actor().account(), "webhook-registered", String.valueOf(address.get().getHost()));
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    model.addAttribute("secret", registered.secret());
    return page(Form.empty(), model);
  }

  @GetMapping("/admin/webhooks/{id}")
  String show(@PathVariable String id, @RequestParam @Nullable String before, Model model) {
    Webhook webhook = find(id);
    model.addAttribute("webhook", webhook);
    model.addAttribute("page", outbox.of(webhook.id(), before, LISTED));
    model.addAttribute("first", before == null);
    return "exchange/webhook";
  }

  @PostMapping("/admin/webhooks/{id}/test")
  String test(@PathVariable String id) {
    Webhook webhook = find(id);
    outbox.test(webhook.id());
    return "redirect:/admin/webhooks/" + webhook.id();
  }

  @PostMapping("/admin/webhooks/{id}/resume")
  String resume(@PathVariable String id) {
    Webhook webhook = find(id);
    webhooks.resume(webhook.id());
    trail.note(Present.actor().account(), "webhook-resumed", id);
    return "redirect:/admin/webhooks/" + webhook.id();
  }

  @PostMapping("/admin/webhooks/{id}/end")
  String end(@PathVariable String id) {
    Webhook webhook = find(id);
    webhooks.end(webhook.id());
    trail.note(Present.actor().account(), "webhook-ended", id);
    return "redirect:/admin/webhooks";
  }

  private Webhook find(String id) {
    UUID meant = CaseId.of(id).value();
    return webhooks.get(custody(), meant);
  }

  private AgencyId custody() {
    return jurisdiction.custody(Present.actor());
  }
}
