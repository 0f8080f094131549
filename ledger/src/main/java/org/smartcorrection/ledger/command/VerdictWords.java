package org.smartcorrection.ledger.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Json;
import org.smartcorrection.ledger.proof.PackageVerdict;
import org.smartcorrection.ledger.proof.Verdict;

/** A verdict in plain words of one language. */
final class VerdictWords {
  private static final String MESSAGES = "org.smartcorrection.ledger.command.verify";

  private final Words words;

  VerdictWords(Locale locale) {
    this.words = new Words(MESSAGES, locale);
  }

  String usage() {
    return words.plain("usage");
  }

  String unreadable(Path file) {
    return say("unreadable", file);
  }

  String badPolicy(Path file, String why) {
    return say("bad-policy", file, why);
  }

  List<String> describe(CheckedFile file) {
    return switch (file) {
      case CheckedFile.Proof(var verdict) -> describe(verdict);
      case CheckedFile.Archive(var verdict) -> describe(verdict);
      case CheckedFile.TwoStories(boolean proven) -> List.of(say(proven ? "fork" : "no-fork"));
    };
  }

  List<String> describe(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Valid valid -> describe(valid);
      case Verdict.Complete complete -> describe(complete);
      case Verdict.Invalid(var reason, var detail) ->
          List.of(
              say("invalid"), say("reason." + reason), say("invalid.technical", reason, detail));
    };
  }

  private String describe(PackageVerdict.Whole whole) {
    var proof = whole.proof();
    String absent = whole.absent().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return say(
        absent.isEmpty() ? "package.whole" : "package.whole.absent",
        proof.entries().size(),
        proof.statement().size(),
        absent);
  }

  private List<String> describe(Verdict.Complete complete) {
    var checkpoint = complete.checkpoint();
    long size = complete.statement().size();
    var lines = new ArrayList<String>();
    String what = complete.latest() == 0 ? "none" : complete.isWhole() ? "all" : "latest";
    lines.add(say("complete." + what, complete.casePseudonym(), size, complete.latest()));
    Entry register = complete.register().entry();
    String key = complete.signers().agency().reference();
    lines.add(say("complete.register", complete.index() + 1, register.agency(), key));
    lines.add(
        say("complete.log", checkpoint.origin(), checkpoint.size(), checkpoint.size() - size));
    for (int at = 0; at < complete.entries().size(); at++) {
      var placed = complete.entries().get(at);
      long number = complete.number(at);
      if (placed.entry() == null) {
        lines.add(say("complete.withheld", number, placed.index() + 1));
      } else {
        Entry entry = placed.entry().entry();
        lines.add(
            say(
                "complete.entry",
                number,
                placed.index() + 1,
                entry.type(),
                entry.agency(),
                entry.hour()));
      }
    }
    cosigners(complete.signers(), lines);
    return lines;
  }

  private void cosigners(Verdict.Signers signers, List<String> lines) {
    signers.cosigners().forEach((name, time) -> lines.add(say("valid.cosigner", name, time)));
    if (signers.cosigners().isEmpty()) lines.add(say("valid.no-cosigner"));
  }

  List<String> describe(PackageVerdict verdict) {
    var lines = new ArrayList<String>();
    switch (verdict) {
      case PackageVerdict.Valid(var manifest, var key, int proofs, int proven, var whole) -> {
        lines.add(say("package.valid"));
        lines.add(
            say(
                "package.valid.agency",
                manifest.agency(),
                key,
                manifest.caseNumber(),
                manifest.madeAt(),
                manifest.madeBy()));
        lines.add(say("package.valid.files", manifest.items().size(), proofs, proven));
        manifest.incomplete().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(
                one -> lines.add(say("package.valid.incomplete", one.getKey(), one.getValue())));
        lines.add(whole.map(this::describe).orElseGet(() -> say("package.whole.unknown")));
      }
      case PackageVerdict.Invalid(var findings) -> {
        lines.add(say("package.invalid"));
        findings.forEach(
            finding ->
                lines.add(
                    say(
                        "package.finding",
                        finding.path(),
                        say("package.reason." + finding.reason()))));
      }
    }
    return lines;
  }

  private List<String> describe(Verdict.Valid valid) {
    Entry entry = valid.entry().entry();
    var checkpoint = valid.checkpoint();
    var lines = new ArrayList<String>();
    lines.add(say("valid"));
    // people count from one
    lines.add(say("valid.log", checkpoint.origin(), valid.index() + 1, checkpoint.size()));
    lines.add(say("valid.agency", entry.agency(), valid.signers().agency().reference()));
    valid.signers().second().ifPresent(key -> lines.add(say("valid.second", key.reference())));
    lines.add(
        say(
            "valid.act",
            entry.type(),
            entry.link().casePseudonym(),
            entry.link().number(),
            entry.hour()));
    cosigners(valid.signers(), lines);
    if (!valid.disclosed().isEmpty()) lines.add(say("valid.disclosed"));
    valid.disclosed().forEach(field -> lines.add(say("valid.field", field.name(), field.value())));
    lines.add(say(valid.everything() ? "valid.everything" : "valid.hidden"));
    if (valid.document() != null) lines.addAll(document(valid.document()));
    return lines;
  }

  /** A paper's text is rows of texts, each row after the word that says what it is. */
  private List<String> document(String text) {
    var lines = new ArrayList<String>();
    lines.add(say("valid.document"));
    try {
      if (Json.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Items(var rows)) {
        for (Json row : rows)
          if (row instanceof Json.Items(var texts))
            lines.add(
                say(
                    "valid.document.line",
                    texts.stream()
                        .skip(1)
                        .map(VerdictWords::plain)
                        .collect(Collectors.joining("\u3000"))));
      }
    } catch (MalformedException _) {
      lines.add(say("valid.document.line", text));
    }
    return lines;
  }

  private static String plain(Json value) {
    return value instanceof Json.Text(var text)
        ? text
        : new String(value.bytes(), StandardCharsets.UTF_8);
  }

  private String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }
}
