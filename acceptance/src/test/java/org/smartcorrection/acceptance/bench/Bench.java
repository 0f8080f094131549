package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./bench NAME [ID...]}: all rows of a table, or the named ones. */
public final class Bench {
  private static final Thousand THOUSAND = new Thousand();
  private static final Tracked TRACKED = new Tracked(9, "320m", "smartcorrection.bench.tracked");
  private static final Tracked ZONED = new Tracked(999, "1g", "smartcorrection.bench.zoned");
  private static final TenMillion MILLIONS = new TenMillion();
  private static final HostileSite HOSTILE = new HostileSite();
  private static final Map<String, List<Row>> TABLES =
      Map.of(
          "main",
          List.of(
              new CleanClone(),
              new Starts(),
              new AlarmVisible(THOUSAND),
              new CleanVerify(),
              new PageAnswers(THOUSAND),
              new Memory(),
              new Pages(),
              new Kills()),
          "casework",
          List.of(
              new RulesTried(),
              new OneTest(
                  "casework.2",
                  "procedures with a flaw, every configuration walked",
                  "procedure",
                  "DefinitionsTest,LinterTest",
                  "all=true"),
              new OneTest(
                  "casework.3",
                  "runs of 1,000,000 dates in which calendar and abacus differ",
                  "procedure",
                  "BruteForceTest",
                  "calendar.rounds=1000000"),
              new ImportOfTenThousand(),
              new ManyCases(THOUSAND),
              new ClockFromNothing(),
              new DocumentAnswers(),
              new OneTest(
                  "casework.8",
                  "runs of every act's papers, 3 times, whose extracted text differs",
                  "platform",
                  "PaperTextTests",
                  "papers.rounds=3"),
              new OneTest(
                  "casework.9",
                  "runs of 1,000 pairs with other than one decision each",
                  "platform",
                  "TwoOfficersTests",
                  "officers.rounds=1000")),
          "ledger",
          List.of(
              new VerifiedEntries(),
              new Appends(),
              new AppendsAtSize(MILLIONS),
              new Proofs(),
              new RestartAtSize(MILLIONS),
              new ConsortiumFinality(),
              new ChangedRow()),
          "location",
          List.of(
              new FixesOverTcp(TRACKED),
              new FixesOverHttp(TRACKED),
              new ManyZones(),
              new AlarmsStored(TRACKED),
              new RestartedWithZones(ZONED),
              new KilledUnderLoad(TRACKED),
              new PersonMemory(),
              new Scores(),
              new RecordedScores()),
          "faults",
          List.of(new NodeKills(), new MemberKills(), new TwoWithOneKey()),
          "fuzz",
          Stream.of(HostilePort.values()).<Row>map(port -> new Fuzz(HOSTILE, port)).toList());
  private static final Predicate<String> NUMBER = Pattern.compile("[1-9][0-9]*").asMatchPredicate();
  private static final int USAGE = 2;

  private Bench() {}

  public static void main(String[] args) throws Exception {
    String name = args[0];
    List<Row> table = TABLES.get(name);
    if (table == null) {
      System.err.println("No bench " + name + ". There are: " + TABLES.keySet());
      System.exit(USAGE);
      return;
    }
    List<String> wanted = new ArrayList<>(List.of(args).subList(1, args.length));
    wanted.stream().filter(NUMBER).forEach(name.equals("fuzz") ? Fuzz::seconds : Faults::times);
    wanted.removeIf(NUMBER);
    var figures = new ArrayList<Figure>();
    System.out.printf(
        "%-8s %-62s %10s %-4s %8s %8s%n", "id", "what", "value", "unit", "floor", "stretch");
    try (THOUSAND;
        TRACKED;
        ZONED;
        MILLIONS;
        HOSTILE) {
      for (Row row : table) {
        if (!wanted.isEmpty() && !wanted.contains(row.id())) continue;
        List<Figure> measured = row.measure();
        measured.forEach(figure -> System.out.println(figure.line()));
        figures.addAll(measured);
      }
    } finally {
      write(name, figures); // what was measured before a row failed counts as well
    }
  }

  private static void write(String name, List<Figure> figures) throws IOException {
    Path file = Path.of("target", "bench", name + ".json");
    Files.createDirectories(file.getParent());
    String list = figures.stream().map(Figure::json).collect(Collectors.joining(",\n  "));
    Files.writeString(file, "[\n  " + list + "\n]\n");
    System.out.println(file);
  }
}
