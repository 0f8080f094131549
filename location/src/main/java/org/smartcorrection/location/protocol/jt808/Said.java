package org.smartcorrection.location.protocol.jt808;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.supervision.RawReport;

/** What a terminal says in one message. */
public sealed interface Said {
  /** The terminal's general answer (8.1). */
  int ANSWER = 0x0001;

  /** A heartbeat (8.3). */
  int HEARTBEAT = 0x0002;

  /** The end of a registration (8.10). */
  int DEREGISTRATION = 0x0003;

  /** A registration (8.8). */
  int REGISTRATION = 0x0100;

  /** An authentication (8.11). */
  int AUTHENTICATION = 0x0102;

  /** A location report (8.18). */
  int LOCATION = 0x0200;

  /** Many stored location reports (8.49). */
  int LOCATIONS = 0x0704;

  /** It answers the platform: there is nothing to answer. */
  record Answered() implements Said {}

  /** It is there. */
  record Alive() implements Said {}

  /** It asks to be registered, or to be so no longer; both is done by people. */
  record AsksRegistration() implements Said {}

  /** It says who it is. */
  record Authenticates(String code) implements Said {
    @Override
    public String toString() {
      return "Authenticates[]"; // the code is a secret
    }
  }

  /** It says where it is or was, in the order in which it said so; at least one. */
  record Located(List<RawReport> reports) implements Said {}

  /** It says something that is not read here. */
  record Other() implements Said {}

  /** It says nothing of the protocol. */
  record Malformed(Fault fault) implements Said {}

  /** Reads one whole message. Never throws on what a terminal can send. */
  static Said of(Frame frame, Dialect dialect) {
    byte[] body = frame.body();
    try {
      return switch (frame.header().message()) {
        case ANSWER -> new Answered();
        case HEARTBEAT -> new Alive();
        case REGISTRATION, DEREGISTRATION -> new AsksRegistration();
        case AUTHENTICATION -> new Authenticates(code(frame));
        case LOCATION -> new Located(List.of(LocationBody.read(body, 0, body.length, dialect)));
        case LOCATIONS -> new Located(locations(body, dialect));
        default -> new Other();
      };
    } catch (FaultException e) {
      return new Malformed(e.fault());
    }
  }

  /** From 2019 on length, code, IMEI and software; before that the code alone. */
  private static String code(Frame frame) {
    byte[] body = frame.body();
    int from = frame.header().since2019() ? 1 : 0;
    int until = body.length;
    if (from == 1) {
      if (body.length == 0 || 1 + (body[0] & 0xff) > body.length) {
        throw new FaultException(Fault.BODY);
      }
      until = 1 + (body[0] & 0xff);
    }
    while (until > from && body[until - 1] == 0) until--;
    return new String(body, from, until - from, StandardCharsets.ISO_8859_1);
  }

  private static List<RawReport> locations(byte[] body, Dialect dialect) {
    if (body.length < 3) throw new FaultException(Fault.BODY);
    int count = Bytes.word(body, 0);
    var reports = new ArrayList<RawReport>(Math.min(count, body.length / 30 + 1));
    int at = 3; // the kind of upload says nothing that the times do not say
    while (at < body.length) {
      if (at + 2 > body.length) throw new FaultException(Fault.BODY);
      int until = at + 2 + Bytes.word(body, at);
      if (until > body.length) throw new FaultException(Fault.BODY);
      reports.add(LocationBody.read(body, at + 2, until, dialect));
      at = until;
    }
    if (reports.isEmpty() || reports.size() != count) throw new FaultException(Fault.BODY);
    return reports;
  }
}
