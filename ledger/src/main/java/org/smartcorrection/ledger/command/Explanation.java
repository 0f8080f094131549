package org.smartcorrection.ledger.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.proof.CaseProof.Placed;
import org.smartcorrection.ledger.proof.PackageVerdict;
import org.smartcorrection.ledger.proof.Verdict;

/** What was checked, one step after the other, and what follows from it and what does not. */
final class Explanation {
  private static final String MESSAGES = "org.smartcorrection.ledger.command.explain";
  private static final String REASONS = "org.smartcorrection.ledger.command.verify";

  private final Words words;
  private final Words reasons;
  private final List<String> lines = new ArrayList<>();
  private int step;

  Explanation(Locale locale) {
    this.words = new Words(MESSAGES, locale);
    this.reasons = new Words(REASONS, locale);
  }

  String usage() {
    return words.plain("usage");
  }

  List<String> of(CheckedFile file) {
    switch (file) {
      case CheckedFile.Proof(Verdict.Valid valid) -> act(valid);
      case CheckedFile.Proof(Verdict.Complete complete) -> wholeCase(complete);
      case CheckedFile.Proof(Verdict.Invalid(var reason, var detail)) -> {
        heading("invalid");
        say("invalid.step", reasons.plain("reason." + reason));
        say("invalid.technical", reason, detail);
        not("invalid.not");
      }
      case CheckedFile.Archive(PackageVerdict.Valid valid) -> archive(valid);
      case CheckedFile.Archive(PackageVerdict.Invalid(var findings)) -> {
        heading("archive.invalid");
        findings.forEach(
            one ->
                say("item", one.path() + ": " + reasons.plain("package.reason." + one.reason())));
        not("archive.invalid.not");
      }
      case CheckedFile.TwoStories(boolean proven) -> {
        heading(proven ? "fork" : "no-fork");
        if (proven) step("fork.step");
        not(proven ? "fork.not" : "no-fork.not");
      }
    }
    return lines;
  }

  private void act(Verdict.Valid valid) {
    Entry entry = valid.entry().entry();
    heading("act");
    step("act.entry", entry.type(), entry.agency(), entry.hour());
    say("act.entry.names", entry.link().casePseudonym(), entry.actor(), entry.link().number());
    signature(entry, valid.signers());
    step("place", valid.index() + 1, valid.checkpoint().origin());
    state(valid.checkpoint(), valid.signers());
    if (!valid.disclosed().isEmpty()) {
      step("told");
      valid.disclosed().forEach(one -> say("item", one.name() + ": " + one.value()));
    }
    say(valid.everything() ? "told.everything" : "told.hidden");
    if (valid.document() != null) step("paper");
    proved("act.proved", entry.agency(), latest(valid.signers()));
    not("act.not", "not.true", "not.keys", "not.names");
  }

  private void signature(Entry entry, Verdict.Signers signers) {
    step("signature", entry.agency(), signers.agency().reference());
    signers.second().ifPresent(key -> say("signature.second", key.reference()));
  }

  /** The signed state of the log. */
  private void state(Checkpoint head, Verdict.Signers signers) {
    step("state", head.size(), head.root().base64(), signers.log().reference());
    signers.cosigners().forEach((name, time) -> say("state.cosigner", name, time));
    if (signers.cosigners().isEmpty()) say("state.alone");
  }

  /** When the first of the cosigners saw it; nobody says when, where there is none. */
  private String latest(Verdict.Signers signers) {
    Optional<Instant> first = signers.cosigners().values().stream().min(Instant::compareTo);
    return first.map(Instant::toString).orElseGet(() -> words.plain("no-time"));
  }

  private void wholeCase(Verdict.Complete complete) {
    String what = complete.latest() == 0 ? "none" : complete.isWhole() ? "all" : "latest";
    long size = complete.statement().size();
    Entry register = complete.register().entry();
    heading("case." + what);
    step("case.register", complete.statement().cases(), size, register.agency(), register.hour());
    signature(register, complete.signers());
    step("case." + what + ".found", complete.casePseudonym(), complete.latest());
    if (complete.latest() > 0) step("case.chain");
    for (int at = 0; at < complete.entries().size(); at++) entry(complete, at);
    step("case.place", complete.index() + 1, complete.checkpoint().origin());
    state(complete.checkpoint(), complete.signers());
    proved(
        "case." + what + ".proved",
        complete.casePseudonym(),
        size,
        complete.latest(),
        register.hour(),
        latest(complete.signers()));
    say("case.since", complete.checkpoint().size() - size);
    not("case.not.register", "case.not.later", "not.true", "not.keys", "not.names");
  }

  private void entry(Verdict.Complete complete, int at) {
    Placed placed = complete.entries().get(at);
    if (placed.entry() == null) {
      say("case.withheld", complete.number(at), placed.index() + 1);
      return;
    }
    Entry entry = placed.entry().entry();
    say(
        "case.entry",
        complete.number(at),
        placed.index() + 1,
        entry.type(),
        entry.agency(),
        entry.hour());
  }

  private void archive(PackageVerdict.Valid valid) {
    var manifest = valid.manifest();
    heading("archive");
    step("archive.list", manifest.items().size(), manifest.madeAt(), manifest.madeBy());
    step("archive.signature", manifest.agency(), valid.key());
    step("archive.proofs", valid.proofs(), valid.proven());
    manifest.incomplete().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> say("archive.incomplete", one.getKey(), one.getValue()));
    valid.whole().ifPresent(this::whole);
    proved("archive.proved", manifest.agency(), manifest.caseNumber());
    if (valid.whole().isEmpty()) not("archive.not.whole", "not.true", "not.keys");
    else not("case.not.register", "case.not.later", "not.true", "not.keys");
  }

  private void whole(PackageVerdict.Whole whole) {
    long size = whole.proof().statement().size();
    step("archive.whole", whole.proof().latest(), size, whole.proof().register().entry().hour());
    if (whole.absent().isEmpty()) {
      say("archive.whole.all");
    } else {
      say(
          "archive.whole.absent",
          whole.absent().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  private void heading(String key) {
    say(key);
    lines.add("");
  }

  private void step(String key, Object... values) {
    lines.add(++step + ". " + words.say(key, values));
  }

  private void say(String key, Object... values) {
    lines.add(words.say(key, values));
  }

  private void proved(String key, Object... values) {
    lines.add("");
    say("proved");
    say("item", words.say(key, values));
  }

  private void not(String... keys) {
    lines.add("");
    say("not");
    for (String key : keys) say("item", words.plain(key));
  }
}
