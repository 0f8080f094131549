package org.smartcorrection.platform.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.organisation.AgencyKind;

class OriginsTests {
  private final Origins origins = new Origins();

  @Test
  void each_act_goes_where_the_table_says() {
    assertEquals(Origins.JUSTICE, origins.of("reception", "ReferralReceived", AgencyKind.COURT));
    assertEquals(
        Origins.CORRECTION, origins.of("reception", "Registered", AgencyKind.CORRECTION_AGENCY));
    assertEquals(
        Origins.JUSTICE, origins.of("opinion", "OpinionWritten", AgencyKind.PROCURATORATE));
    assertEquals(
        Origins.LINKAGE, origins.of("support", "SupportGiven", AgencyKind.JUDICIAL_OFFICE));
    assertEquals(
        Origins.LINKAGE, origins.of("release", "AftercareHandedOver", AgencyKind.JUSTICE_BUREAU));
    assertEquals(Origins.CORRECTION, origins.of("agency", "KeyChanged", AgencyKind.MINISTRY));
  }

  @Test
  void a_table_that_leaves_an_act_without_a_log_is_refused() {
    for (String wrong :
        List.of("", "support * * linkage\n", "* * COURT justice\n", "* * * elsewhere\n", "* * *\n"))
      assertThrows(IllegalStateException.class, () -> Origins.read(wrong), wrong);
  }

  @Test
  void the_guide_has_the_whole_table() throws Exception {
    String guide = Files.readString(Path.of("..", "docs", "ledger-guide.md"));
    for (Origins.Line line : origins.lines()) {
      String kinds =
          line.kinds().size() == AgencyKind.values().length
              ? "any"
              : line.kinds().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
      String row =
          "| %s | %s | %s | `%s` |"
              .formatted(
                  line.procedure().replace("*", "any"),
                  line.type().replace("*", "any"),
                  kinds,
                  line.origin().substring(line.origin().lastIndexOf('/') + 1));
      assertTrue(guide.contains(row), row);
    }
  }
}
