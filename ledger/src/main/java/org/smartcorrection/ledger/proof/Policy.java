package org.smartcorrection.ledger.proof;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.note.Revocations;
import org.smartcorrection.ledger.note.VerifierKey;

/**
 * Whom a verifier trusts: a text of C2SP tlog-policy, with three kinds of lines added by us.
 *
 * <pre>
 * log &lt;vkey&gt; [url]
 * witness &lt;name&gt; &lt;vkey&gt; [url]
 * group &lt;name&gt; &lt;k|any|all&gt; &lt;name&gt;...
 * quorum &lt;name|none&gt; [origin]
 * agency &lt;id&gt; &lt;vkey&gt;
 * registrar &lt;id&gt;
 * revoked &lt;name+id of a key&gt; &lt;origin&gt; &lt;size&gt;
 * </pre>
 *
 * <p>{@code agency} lists a key with which the agency of this id signs its entries; an agency may
 * have several lines, and one for a key with SM2 where it signs with that as well. {@code
 * registrar} names an agency whose registers of the latest acts count: those of others do not; a
 * policy without such a line believes those of all its agencies. A {@code quorum} line with an
 * origin says what is enough for that log alone, so that one text serves several logs; then a name
 * may be in groups of several quorums. {@code revoked} says from which size of which log on a key
 * that stands above counts no more: for entries at that index and later, and for heads above that
 * size. tlog-policy leaves the keys inside entries to the application and has no room for them, so
 * other programs that read policies will refuse these lines: give them the file without them. Text
 * must be UTF-8, where tlog-policy only recommends it.
 *
 * @param logs keys of the accepted logs; the name of each is the log's origin
 * @param witnesses keys of cosigners by their name in this policy, in the order of the text
 * @param quorum which of them are enough, where nothing else is said
 * @param quorums which are enough for the log of an origin
 * @param agencies whose entries count, and which keys count no more, those of logs and cosigners
 *     among them
 */
public record Policy(
    List<VerifierKey> logs,
    SequencedMap<String, VerifierKey> witnesses,
    Quorum quorum,
    Map<String, Quorum> quorums,
    Agencies agencies) {
  public Policy {
    logs = List.copyOf(logs);
    witnesses = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(witnesses));
    quorums = Map.copyOf(quorums);
  }

  /** Which cosigners are enough for the log of an origin. */
  public Quorum quorum(String origin) {
    return quorums.getOrDefault(origin, quorum);
  }

  /** Which of all these keys count no more, and from where on. */
  public Revocations revocations() {
    return agencies.revocations();
  }

  /** Reads a policy; the message names the line that is wrong. */
  public static Policy parse(byte[] text) throws MalformedException {
    return new PolicyReader().read(text);
  }
}
