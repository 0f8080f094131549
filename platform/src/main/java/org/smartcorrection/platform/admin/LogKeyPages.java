package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.admin.KeyForm.Ring;
import org.smartcorrection.platform.admin.KeyForm.Wish;
import org.smartcorrection.platform.evidence.KeyActs;
import org.smartcorrection.platform.evidence.LogKeyChanges;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The keys with which an installation on its own signs the heads of its logs. */
@Controller
class LogKeyPages {
  private static final String ADDRESS = "/admin/log-keys";

  private final LogKeyChanges changes;
  private final KeyActs acts;
  private final KeyForm page;
  private final Trail trail;

  LogKeyPages(LogKeyChanges changes, KeyActs acts, KeyForm page, Trail trail) {
    this.changes = changes;
    this.acts = acts;
    this.page = page;
    this.trail = trail;
  }

  @GetMapping(ADDRESS)
  String keys(Model model) {
    return page.show(ring(), Form.empty(), model);
  }

  @PostMapping(ADDRESS)
  String change(HttpServletRequest request, HttpServletResponse response, Model model) {
    Ring ring = ring();
    Actor by = Present.actor();
    switch (page.read(ring, request, response)) {
      case Wish.Wrong(Form form) -> {
        return page.show(ring, form, model);
      }
      case Wish.Change(String why) -> {
        changes.change(why, by);
        trail.note(by.account(), "log-keys-changed", by.agency().code());
      }
      case Wish.Revoke(int generation, String why) -> {
        changes.revoke(generation, why, by);
        trail.note(by.account(), "log-keys-revoked", by.agency().code());
      }
    }
    return "redirect:" + ADDRESS;
  }

  @GetMapping(ADDRESS + "/{act}/proof")
  ResponseEntity<byte[]> proof(@PathVariable UUID act) {
    return acts.ofLogs(KeyPages.MOST).stream()
        .filter(one -> one.id().value().equals(act))
        .findFirst()
        .map(one -> page.proof(one, "log-keys"))
        .orElseThrow(NotFound::new);
  }

  private Ring ring() {
    return new Ring("admin.log-key", ADDRESS, changes.all(), acts.ofLogs(KeyPages.MOST));
  }
}
