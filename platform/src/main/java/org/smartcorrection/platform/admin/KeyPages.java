package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.evidence.KeyActs;
import org.smartcorrection.platform.evidence.KeyChanges;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The keys with which an agency signs on the ledger: changed as a habit, revoked when lost. */
@Controller
class KeyPages {
  private static final String CHANGE = "change";
  private static final String REVOKE = "revoke-";
  private static final int MOST = 20;

  private final Agencies agencies;
  private final KeyChanges changes;
  private final KeyActs acts;
  private final SealAgencyActs sealed;
  private final Trail trail;

  KeyPages(
      Agencies agencies, KeyChanges changes, KeyActs acts, SealAgencyActs sealed, Trail trail) {
    this.agencies = agencies;
    this.changes = changes;
    this.acts = acts;
    this.sealed = sealed;
    this.trail = trail;
  }

  /** An act about keys with its receipt. */
  record Row(HouseAct act, Receipt receipt) {}

  @GetMapping("/admin/agencies/{id}/keys")
  String keys(@PathVariable String id, Model model) {
    return page(agencies.get(AgencyId.of(id)), Form.empty(), model);
  }

  @PostMapping("/admin/agencies/{id}/keys")
  String change(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Agency agency = agencies.get(AgencyId.of(id));
    FormReader read = Form.of(request.getParameterMap()).read("admin.key");
    String what = read.text("what", 20);
    String why = read.text("why", 200);
    Optional<Option> chosen =
        choices(agency).stream().filter(choice -> choice.value().equals(what)).findFirst();
    if (!what.isEmpty() && chosen.isEmpty()) read.failing("what", "admin.key.what.unknown");
    if (read.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(agency, read.form(), model);
    }
    if (what.equals(CHANGE)) changes.change(agency, why, Present.actor());
    else
      changes.revoke(
          agency, Integer.parseInt(what.substring(REVOKE.length())), why, Present.actor());
    trail.note(
        Present.actor().account(),
        what.equals(CHANGE) ? "keys-changed" : "keys-revoked",
        agency.code());
    return "redirect:/admin/agencies/" + agency.id() + "/keys";
  }

  /** The proof of one of these acts, for whoever has to trust the new key by the old one. */
  @GetMapping("/admin/agencies/{id}/keys/{act}/proof")
  ResponseEntity<byte[]> proof(@PathVariable String id, @PathVariable UUID act) {
    Agency agency = agencies.get(AgencyId.of(id));
    HouseAct found =
        acts.find(new ActId(act))
            .filter(one -> one.custody().equals(agency.id()))
            .orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-act-%d.tlog-proof\""
                .formatted(agency.code(), found.number()))
        .body(sealed.proof(found));
  }

  private String page(Agency agency, Form form, Model model) {
    List<HouseAct> done = acts.ofKeys(agency.id(), MOST);
    Map<ActId, Receipt> receipts = sealed.receipts(done);
    model.addAttribute("agency", agency);
    model.addAttribute("form", form);
    model.addAttribute("keys", changes.of(agency));
    model.addAttribute("choices", choices(agency));
    model.addAttribute(
        "acts",
        done.stream()
            .map(act -> new Row(act, Objects.requireNonNull(receipts.get(act.id()))))
            .toList());
    return "admin/keys";
  }

  private List<Option> choices(Agency agency) {
    var choices = new ArrayList<Option>();
    choices.add(new Option(CHANGE, Text.of("admin.key.change")));
    for (KeyChanges.KeyRow key : changes.of(agency))
      if (key.revokedAt() == null)
        choices.add(
            new Option(REVOKE + key.generation(), Text.of("admin.key.revoke", key.generation())));
    return choices;
  }
}
