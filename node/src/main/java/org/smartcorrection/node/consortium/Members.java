package org.smartcorrection.node.consortium;

import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.node.consensus.GossipKeys;

/**
 * The members in their order, which is the same at each of them. A text with one line a member:
 *
 * <pre>
 * member &lt;name&gt; &lt;host:port&gt; &lt;url&gt; &lt;certificate&gt;
 * </pre>
 */
public record Members(List<Member> all) {
  private static final String MEMBER = "member";
  private static final int HIGHEST_PORT = 65_535;

  public Members {
    all = List.copyOf(all);
  }

  /** Reads the text. */
  public static Members parse(String text) throws MalformedException {
    var members = new ArrayList<Member>();
    var names = new HashSet<String>();
    var certificates = new HashSet<X509Certificate>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      Member member = member(line);
      if (!names.add(member.name()) || !certificates.add(member.certificate())) {
        throw new MalformedException("the member " + member.name() + " stands there twice");
      }
      members.add(member);
    }
    if (members.isEmpty()) throw new MalformedException("it names no member");
    return new Members(members);
  }

  /** Reads one line. */
  public static Member member(String line) throws MalformedException {
    String[] parts = line.split(" ", -1);
    if (parts.length != 5 || !parts[0].equals(MEMBER)) {
      throw new MalformedException("a line is: member <name> <host:port> <url> <certificate>");
    }
    int colon = parts[2].lastIndexOf(':');
    if (parts[1].isEmpty() || colon < 1) throw new MalformedException("not host:port");
    long port = Strict.decimal(parts[2].substring(colon + 1));
    if (port < 1 || port > HIGHEST_PORT) throw new MalformedException("not host:port");
    return new Member(
        parts[1],
        parts[2].substring(0, colon),
        (int) port,
        url(parts[3]),
        GossipKeys.certificate(parts[4]));
  }

  private static URI url(String text) throws MalformedException {
    if (!text.matches("https?://[^ ]+/")) {
      throw new MalformedException("the address of a node is http(s)://…/");
    }
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("not an address: " + text, e);
    }
  }

  /** The line of a member. */
  public static String line(Member member) {
    try {
      return String.join(
          " ",
          MEMBER,
          member.name(),
          member.host() + ":" + member.port(),
          member.url().toString(),
          GossipKeys.text(member.certificate()));
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  /** Which of the members has this certificate. */
  public int placeOf(X509Certificate certificate) throws MalformedException {
    for (int place = 0; place < all.size(); place++) {
      if (all.get(place).certificate().equals(certificate)) return place;
    }
    throw new MalformedException("none of the members is this node");
  }
}
