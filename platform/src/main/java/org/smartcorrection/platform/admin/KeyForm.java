package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.evidence.KeyChanges.KeyRow;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which keys are changed as a habit and revoked when lost, whoever they belong to. */
@Component
class KeyForm {
  private static final String CHANGE = "change";
  private static final String REVOKE = "revoke-";

  private final SealAgencyActs sealed;

  KeyForm(SealAgencyActs sealed) {
    this.sealed = sealed;
  }

  /**
   * Keys that change together.
   *
   * @param words under which the page's messages are
   * @param address of the page
   * @param keys the newest first
   * @param acts by which they were changed, the latest first
   */
  record Ring(String words, String address, List<KeyRow> keys, List<HouseAct> acts) {}

  /** An act about keys with its receipt. */
  record Row(HouseAct act, Receipt receipt) {}

  /** What an administrator wants of keys, and why. */
  sealed interface Wish {
    String why();

    record Change(String why) implements Wish {}

    record Revoke(int generation, String why) implements Wish {}

    /** Something is wrong in the form, which is shown again. */
    record Wrong(Form form) implements Wish {
      @Override
      public String why() {
        return "";
      }
    }
  }

  Wish read(Ring ring, HttpServletRequest request, HttpServletResponse response) {
    FormReader read = Form.of(request.getParameterMap()).read("admin.key");
    String what = read.text("what", 20);
    String why = read.text("why", 200);
    boolean known = choices(ring).stream().anyMatch(choice -> choice.value().equals(what));
    if (!what.isEmpty() && !known) read.failing("what", "admin.key.what.unknown");
    if (read.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return new Wish.Wrong(read.form());
    }
    return what.equals(CHANGE)
        ? new Wish.Change(why)
        : new Wish.Revoke(Integer.parseInt(what.substring(REVOKE.length())), why);
  }

  String show(Ring ring, Form form, Model model) {
    Map<ActId, Receipt> receipts = sealed.receipts(ring.acts());
    model.addAttribute("form", form);
    model.addAttribute("ring", ring);
    model.addAttribute("choices", choices(ring));
    model.addAttribute(
        "acts",
        ring.acts().stream()
            .map(act -> new Row(act, Objects.requireNonNull(receipts.get(act.id()))))
            .toList());
    return "admin/keys";
  }

  /** The proof of one of these acts, for whoever has to trust the new key. */
  ResponseEntity<byte[]> proof(HouseAct act, String owner) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-act-%d.tlog-proof\"".formatted(owner, act.number()))
        .body(sealed.proof(act));
  }

  private static List<Option> choices(Ring ring) {
    var choices = new ArrayList<Option>();
    choices.add(new Option(CHANGE, Text.of(ring.words() + ".change")));
    for (KeyRow key : ring.keys())
      if (key.revokedAt() == null)
        choices.add(
            new Option(REVOKE + key.generation(), Text.of("admin.key.revoke", key.generation())));
    return choices;
  }
}
