package org.smartcorrection.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.node.consortium.Member;
import org.smartcorrection.node.consortium.Members;

/**
 * What an agency tells the others when a consortium is founded. A text, with the lines of a policy
 * for its keys and of the list of members for its node:
 *
 * <pre>
 * member &lt;name&gt; &lt;host:port&gt; &lt;url&gt; &lt;certificate&gt;
 * log &lt;vkey&gt;
 * witness &lt;name&gt; &lt;vkey&gt;
 * agency &lt;id&gt; &lt;vkey&gt;
 * registrar &lt;id&gt;
 * </pre>
 *
 * @param logs a key for each log that it keeps
 * @param cosigner its key as a cosigner
 * @param agencies lines for the keys with which its offices sign entries, and for who of them keeps
 *     registers
 */
record PublicPart(
    Member member, List<VerifierKey> logs, VerifierKey cosigner, List<String> agencies) {
  PublicPart {
    logs = List.copyOf(logs);
    agencies = List.copyOf(agencies);
  }

  String text() {
    var lines = new ArrayList<String>();
    lines.add(Members.line(member));
    logs.forEach(log -> lines.add("log " + log));
    lines.add("witness " + member.name() + " " + cosigner);
    lines.addAll(agencies);
    return String.join("\n", lines) + "\n";
  }

  static PublicPart read(Path file) throws IOException, MalformedException {
    Member member = null;
    var logs = new ArrayList<VerifierKey>();
    VerifierKey cosigner = null;
    var agencies = new ArrayList<String>();
    for (String line : Strict.utf8(Files.readAllBytes(file)).lines().toList()) {
      List<String> parts = Arrays.asList(line.split(" ", -1));
      switch (parts.getFirst()) {
        case "member" -> member = Members.member(line);
        case "log" -> logs.add(key(parts, 2, KeyUse.LOG));
        case "witness" -> cosigner = key(parts, 3, KeyUse.COSIGNATURE);
        case "agency" -> agencies.add(agency(line, parts));
        case "registrar" -> agencies.add(line);
        default -> throw new MalformedException("begins with none of the known words: " + line);
      }
    }
    if (member == null || cosigner == null || logs.isEmpty()) {
      throw new MalformedException("it must have a member, a witness and a log");
    }
    return new PublicPart(member, logs, cosigner, agencies);
  }

  private static VerifierKey key(List<String> parts, int length, KeyUse use)
      throws MalformedException {
    if (parts.size() != length) throw new MalformedException("a line with too few or many words");
    VerifierKey key = VerifierKey.parse(parts.getLast());
    if (key.use() != use) throw new MalformedException("the key is for another use");
    return key;
  }

  private static String agency(String line, List<String> parts) throws MalformedException {
    if (parts.size() != 3) throw new MalformedException("agency <id> <vkey>");
    VerifierKey.parse(parts.getLast());
    return line;
  }

  /** The lines for the keys of offices in a file of a platform, such as its policy. */
  static List<String> agencies(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8)
        .lines()
        .filter(line -> line.startsWith("agency ") || line.startsWith("registrar "))
        .toList();
  }
}
