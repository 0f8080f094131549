package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Print;
import org.smartcorrection.platform.paper.Readers;
import org.smartcorrection.platform.paper.Stamp;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.beans.factory.annotation.Autowired;

/** What is copied out of a printed paper of any kind is what the paper says, to the character. */
@PlatformTest
class PaperTextTests {
  private static final long SEED = 20_261_125;
  private static final int ROUNDS = Integer.getInteger("papers.rounds", 1);
  private static final String HARD = "㐀䶮龘𣗋〔一〕（）「」《》—·…①Ⅰ㎡Ａa\u00a0é";
  private static final Stamp STAMP = new Stamp(null, "青山区社区矫正机构", "", List.of("证明待生成（pending）"));

  @Autowired District district;
  @Autowired Law law;
  @Autowired Papers papers;

  private record Written(String procedure, String type, String kind, List<String> facts) {}

  /** Every paper that the platform writes, with the facts of its act. */
  private List<Written> written() {
    var all = new ArrayList<Written>();
    for (Definition definition : law.definitions())
      for (var act : definition.acts()) {
        var kinds = new TreeSet<>(act.documents().stream().filter(Papers::writes).toList());
        act.effects().forEach(effect -> effect.issue().ifPresent(kinds::add));
        List<String> facts = List.copyOf(act.facts().keySet());
        kinds.forEach(kind -> all.add(new Written(definition.id(), act.type(), kind, facts)));
      }
    // in every build one act of each kind of paper, in the bench all of them
    var seen = new HashSet<String>();
    return ROUNDS > 1 ? all : all.stream().filter(one -> seen.add(one.kind())).toList();
  }

  private static String text(Random random) {
    var text = new StringBuilder(HARD);
    int length = random.nextInt(120);
    for (int i = 0; i < length; i++)
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) (0x3400 + random.nextInt(0x19c0)));
        case 1 -> text.append((char) ('!' + random.nextInt(94)));
        case 2 -> text.append(' ');
        case 3 -> text.append("，。；：（）《》“”".charAt(random.nextInt(10)));
        default -> text.append((char) (0x4e00 + random.nextInt(0x5200)));
      }
    return text.toString();
  }

  @Test
  void text_copied_out_of_pdf_and_ofd_is_the_source_for_every_kind_of_paper() throws Exception {
    var random = new Random(SEED);
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    var issued = new Papers.Issued(staffed.officer().agency(), "工作人员", "（2026）青矫训字第12号");
    var different = new ArrayList<String>();
    var kinds = new HashSet<String>();
    String agency = staffed.office().agency().id().toString();
    for (int round = 0; round < ROUNDS; round++)
      for (Written one : written()) {
        Facts facts = Facts.NONE;
        for (String name : one.facts())
          facts = facts.text(name, FactWords.namesAgency(name) ? agency : text(random));
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
          Paper paper = paper(received, issued, one, facts, locale);
          var print = new Print(paper, STAMP, Instant.EPOCH);
          String source = String.join("", paper.lines()) + String.join("", STAMP.lines());
          String pdf = Readers.pdf(print.pdf());
          assertFalse(pdf.codePoints().anyMatch(p -> p >= 0x2f00 && p <= 0x2fdf), "radicals");
          boolean same =
              Readers.letters(source).equals(Readers.letters(pdf))
                  && Readers.letters(source).equals(Readers.letters(Readers.ofd(print.ofd())));
          if (!same) different.add(one + " " + locale + ", round " + round);
          kinds.add(one.kind());
        }
      }
    assertEquals(List.of(), different, "seed " + SEED);
    assertTrue(kinds.size() > 30, "kinds of papers: " + kinds.size());
  }

  private Paper paper(
      Result.Recorded in, Papers.Issued issued, Written one, Facts facts, Locale locale) {
    Act like = in.act();
    var act =
        new Act(
            like.id(),
            like.caseId(),
            like.number(),
            one.procedure(),
            like.instance(),
            one.type(),
            like.schemaVersion(),
            like.agency(),
            like.account(),
            like.post(),
            like.role(),
            null,
            null,
            List.of(one.kind()),
            like.occurredAt(),
            like.effectiveOn(),
            like.recordedAt(),
            null,
            null,
            facts,
            false);
    return papers.compose(one.kind(), in.in(), act, issued, locale);
  }
}
