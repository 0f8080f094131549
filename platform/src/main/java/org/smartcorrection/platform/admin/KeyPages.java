package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.admin.KeyForm.Ring;
import org.smartcorrection.platform.admin.KeyForm.Wish;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.evidence.KeyActs;
import org.smartcorrection.platform.evidence.KeyChanges;
import org.smartcorrection.platform.evidence.LogKeyChanges;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.shell.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The keys with which an agency signs on the ledger. */
@Controller
class KeyPages {
  static final int MOST = 20;

  private final Agencies agencies;
  private final KeyChanges changes;
  private final LogKeyChanges ofLogs;
  private final KeyActs acts;
  private final KeyForm page;
  private final Trail trail;

  KeyPages(
      Agencies agencies,
      KeyChanges changes,
      LogKeyChanges ofLogs,
      KeyActs acts,
      KeyForm page,
      Trail trail) {
    this.agencies = agencies;
    this.changes = changes;
    this.ofLogs = ofLogs;
    this.acts = acts;
    this.page = page;
    this.trail = trail;
  }

  @GetMapping("/admin/agencies/{id}/keys")
  String keys(@PathVariable String id, Model model) {
    return show(agencies.get(AgencyId.of(id)), Form.empty(), model);
  }

  @PostMapping("/admin/agencies/{id}/keys")
  String change(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Agency agency = agencies.get(AgencyId.of(id));
    Ring ring = ring(agency);
    switch (page.read(ring, request, response)) {
      case Wish.Wrong(Form form) -> {
        return show(agency, form, model);
      }
      case Wish.Change(String why) -> {
        changes.change(agency, why, Present.actor());
        trail.note(Present.actor().account(), "keys-changed", agency.code());
      }
      case Wish.Revoke(int generation, String why) -> {
        changes.revoke(agency, generation, why, Present.actor());
        trail.note(Present.actor().account(), "keys-revoked", agency.code());
      }
    }
    return "redirect:" + ring.address();
  }

  @GetMapping("/admin/agencies/{id}/keys/{act}/proof")
  ResponseEntity<byte[]> proof(@PathVariable String id, @PathVariable UUID act) {
    Agency agency = agencies.get(AgencyId.of(id));
    HouseAct found =
        acts.find(new ActId(act))
            .filter(one -> one.custody().equals(agency.id()))
            .orElseThrow(NotFound::new);
    return page.proof(found, agency.code());
  }

  private Ring ring(Agency agency) {
    return new Ring(
        "admin.key",
        "/admin/agencies/" + agency.id() + "/keys",
        changes.of(agency),
        acts.ofKeys(agency.id(), MOST));
  }

  private String show(Agency agency, Form form, Model model) {
    model.addAttribute("agency", agency);
    model.addAttribute("logKeysAreHere", ofLogs.areHere());
    return page.show(ring(agency), form, model);
  }
}
