package org.smartcorrection.platform.publication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.platform.evidence.Receipts;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public pages. Nobody signs in here, and nothing on them is about one person. */
@Controller
class OpenPages {
  private final Figures figures;
  private final AlarmFigures alarms;
  private final Words words;
  private final Receipts receipts;

  OpenPages(Figures figures, AlarmFigures alarms, Words words, Receipts receipts) {
    this.figures = figures;
    this.alarms = alarms;
    this.words = words;
    this.receipts = receipts;
  }

  @GetMapping("/open")
  String open(Model model) {
    model.addAttribute("agencies", figures.all());
    model.addAttribute("falseAlarms", alarms.all());
    model.addAttribute("entries", receipts.size());
    return "publication/open";
  }

  @GetMapping("/open/verify")
  String verify(Model model, Locale locale) {
    model.addAttribute("words", words.all(locale));
    model.addAttribute("reasons", reasons());
    return "publication/verify";
  }

  /** Whom to trust, and for what: the policy text that checks proofs of this installation. */
  @GetMapping("/open/policy")
  ResponseEntity<byte[]> policy() {
    return text(receipts.policy());
  }

  /**
   * The latest checkpoint of a log, as a signed note (C2SP tlog-checkpoint).
   *
   * @param log its name: {@code correction}, {@code justice} or {@code linkage}
   */
  @GetMapping("/open/checkpoint")
  ResponseEntity<byte[]> checkpoint(@RequestParam(defaultValue = "correction") String log) {
    return text(receipts.checkpoint(log));
  }

  private static List<String> reasons() {
    return Arrays.stream(Verdict.Reason.values()).map(Enum::name).toList();
  }

  private static ResponseEntity<byte[]> text(String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
