package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.note.KeyUse;

class PolicyTests {
  private static String witness(String name) {
    return "witness " + name + " " + Samples.key(name, KeyUse.COSIGNATURE).verifierKey() + "\n";
  }

  private static Policy parse(String text) throws MalformedException {
    return Policy.parse(text.getBytes(UTF_8));
  }

  @Test
  void a_quorum_of_groups_of_groups_is_as_the_specification_shows_it() throws Exception {
    Policy policy =
        parse(
            witness("X1")
                + witness("X2")
                + "  # spaces, tabs and comments are passed over\n\n"
                + witness("X3")
                + " \tgroup  X-witnesses\t2 X1 X2 X3 \n"
                + witness("Y1")
                + witness("Y2")
                + "group Y-witnesses any Y1 Y2\n"
                + "group X-and-Y all X-witnesses Y-witnesses\n"
                + "quorum X-and-Y\n");
    assertTrue(policy.quorum().isMetBy(Set.of("X1", "X3", "Y2")));
    assertTrue(policy.quorum().isMetBy(Set.of("X1", "X2", "X3", "Y1", "Y2")));
    assertFalse(policy.quorum().isMetBy(Set.of("X1", "Y1", "Y2")));
    assertFalse(policy.quorum().isMetBy(Set.of("X1", "X2", "X3")));
    assertFalse(policy.quorum().isMetBy(Set.of()));
    assertTrue(parse("quorum none\n").quorum().isMetBy(Set.of()));
  }

  @Test
  void an_agency_may_have_several_keys() throws Exception {
    String line = "agency bureau " + Samples.key("new", KeyUse.ENTRY).verifierKey() + "\n";
    String other = "agency bureau " + Samples.key("old", KeyUse.ENTRY).verifierKey() + "\n";
    assertEquals(
        List.of("bureau"),
        List.copyOf(parse("quorum none\n" + line + other).agencies().keys().keySet()));
    assertThrows(MalformedException.class, () -> parse("quorum none\n" + line + line));
  }

  @Test
  void a_revoked_key_must_be_named_before_and_once_for_a_log() throws Exception {
    var key = Samples.AGENCY_KEY.verifierKey();
    String known = "quorum none\nagency bureau " + key + "\n";
    String line = "revoked " + key.reference() + " " + Samples.ORIGIN + " 7\n";
    Policy policy = parse(known + line + line.replace("correction 7", "justice 0"));
    assertTrue(policy.revocations().allowsEntry(key, Samples.ORIGIN, 6));
    assertFalse(policy.agencies().revocations().allowsEntry(key, Samples.ORIGIN, 7));
    assertFalse(policy.revocations().allowsEntry(key, "qinghe.example/justice", 0));
    for (String wrong :
        List.of(
            line + known,
            known + line + line,
            known + line.replace("7", "-1"),
            known + line.replace(" 7", ""),
            known + line.replace(key.id(), "00000000")))
      assertThrows(MalformedException.class, () -> parse(wrong), wrong);
  }

  @Test
  void registers_of_others_than_the_registrars_do_not_count() throws Exception {
    String agency = "quorum none\nagency bureau " + Samples.AGENCY_KEY.verifierKey() + "\n";
    assertTrue(parse(agency).agencies().registers("bureau"), "nobody is named");
    Policy policy = parse(agency + "registrar bureau\n");
    assertTrue(policy.agencies().registers("bureau"));
    assertFalse(policy.agencies().registers("court"));
    for (String wrong :
        List.of("registrar\n", "registrar court\n", "registrar bureau\nregistrar bureau\n"))
      assertThrows(MalformedException.class, () -> parse(agency + wrong), wrong);
  }

  @Test
  void each_log_can_have_a_quorum_of_its_own_among_the_same_cosigners() throws Exception {
    String three = witness("A") + witness("B") + witness("C");
    String both = three + "group most 2 A B C\ngroup all all A B\nquorum most\n";
    String own = "quorum all " + Samples.ORIGIN + "\n";
    Policy policy = parse(both + own);
    assertTrue(policy.quorum("elsewhere").isMetBy(Set.of("B", "C")));
    assertFalse(policy.quorum(Samples.ORIGIN).isMetBy(Set.of("B", "C")));
    assertTrue(policy.quorum(Samples.ORIGIN).isMetBy(Set.of("A", "B")));
    assertEquals(Set.of("A", "B"), policy.quorum(Samples.ORIGIN).names());
    String twice = three + "group g any A B\ngroup h all g B\nquorum none\nquorum h x\n";
    for (String wrong : List.of(both, both + own + own, twice, three + "quorum A x\n"))
      assertThrows(MalformedException.class, () -> parse(wrong), wrong);
  }

  @Test
  void what_the_format_forbids_is_refused() {
    String log = "log " + Samples.LOG_KEY.verifierKey() + "\n";
    String cosigner = Samples.COSIGNER.verifierKey().toString();
    for (String bad :
        List.of(
            "",
            log,
            "quorum none",
            "quorum none\r\n",
            "quorum none\nquorum none\n",
            "quorum nobody\n",
            "quorum none\nsomething else\n",
            "quorum none\n# a bell \u0007\n",
            "quorum none\n" + log + log,
            "quorum none\nlog\n",
            "quorum none\nlog " + cosigner + "\n",
            "quorum none\nwitness W " + Samples.LOG_KEY.verifierKey() + "\n",
            "quorum none\nagency A " + cosigner + "\n",
            "quorum none\nwitness none " + cosigner + "\n",
            "quorum none\nwitness A " + cosigner + "\nwitness B " + cosigner + "\n",
            "quorum none\nwitness A " + cosigner + " url more\n",
            "quorum none\n" + witness("A") + "group A any A\n",
            "quorum none\n" + witness("A") + "group G any\n",
            "quorum none\n" + witness("A") + "group G 0 A\n",
            "quorum none\n" + witness("A") + "group G 2 A\n",
            "quorum none\n" + witness("A") + "group G 01 A\n",
            "quorum none\n" + witness("A") + "group G any A A\n",
            "quorum none\n" + witness("A") + "group G any B\n",
            "quorum none\n" + witness("A") + "group G any none\n",
            "quorum none\n" + witness("A") + "group G any A\ngroup H any A\n",
            "quorum A\n" + witness("A"))) {
      assertThrows(MalformedException.class, () -> parse(bad), bad);
    }
    assertThrows(MalformedException.class, () -> Policy.parse(new byte[] {'#', (byte) 0xff, '\n'}));
  }

  @Test
  void the_message_names_the_line() {
    var bad = assertThrows(MalformedException.class, () -> parse("quorum none\n\nlog x\n"));
    assertEquals("line 3 of the policy: a key is name+id+base64", bad.getMessage());
  }
}
