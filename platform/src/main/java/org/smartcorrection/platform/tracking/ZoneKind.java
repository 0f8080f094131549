package org.smartcorrection.platform.tracking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.location.supervision.PresenceBasis;
import org.smartcorrection.location.supervision.ProhibitionBasis;

/** What ground can be to a person besides permitted: each kind is a procedure of its own. */
enum ZoneKind {
  /** A court's prohibition order names it (M34). */
  FORBIDDEN("forbidden", "ForbiddenGroundSet", "ForbiddenGroundEnded"),
  /**
   * The surroundings of somebody whom the person must not meet (M16); the person is not told where.
   */
  PROTECTED("protection", "ProtectedGroundSet", "ProtectedGroundEnded"),
  /** The person has to be there at certain hours (L28: never as a curfew). */
  PRESENCE("presence", "PresenceSet", "PresenceEnded"),
  /** Devices are known to be silent there. */
  SILENT("deadzone", "DeadZoneApproved", "DeadZoneEnded");

  private final String procedure;
  private final String sets;
  private final String ends;

  ZoneKind(String procedure, String sets, String ends) {
    this.procedure = procedure;
    this.sets = sets;
    this.ends = ends;
  }

  static Optional<ZoneKind> of(String procedure) {
    return Stream.of(values()).filter(kind -> kind.procedure.equals(procedure)).findFirst();
  }

  static List<String> procedures() {
    return Stream.of(values()).map(ZoneKind::procedure).toList();
  }

  public String procedure() {
    return procedure;
  }

  /** The act that sets such a zone, or sets it anew. */
  String sets() {
    return sets;
  }

  /** The act that ends it before its time. */
  String ends() {
    return ends;
  }

  /** The fact that holds its ground. */
  String ground() {
    return this == PROTECTED ? "protectedGround" : "geometry";
  }

  /** The fact that holds its name. */
  String named() {
    return this == PROTECTED ? "protectedName" : "name";
  }

  /** The fact that says why it ends. */
  String because() {
    return this == PROTECTED ? "protectedReason" : "reason";
  }

  /** The class of the look in which it is drawn, on maps and in their legends. */
  public String css() {
    return switch (this) {
      case FORBIDDEN -> "forbidden";
      case PROTECTED -> "protected";
      case PRESENCE -> "required";
      case SILENT -> "silent";
    };
  }

  /** Whether its border and all about it is kept from the person. */
  public boolean hidden() {
    return this == PROTECTED;
  }

  /** Why ground of this kind is forbidden; empty where it is not. */
  Optional<ProhibitionBasis> prohibition() {
    return switch (this) {
      case FORBIDDEN -> Optional.of(ProhibitionBasis.COURT_PROHIBITION);
      case PROTECTED -> Optional.of(ProhibitionBasis.CONTACT_BAN);
      case PRESENCE, SILENT -> Optional.empty();
    };
  }

  /** The rule on which a zone of this kind rests; that of a presence follows from its basis. */
  String rule(String basis) {
    return switch (this) {
      case FORBIDDEN -> ProhibitionBasis.COURT_PROHIBITION.rule();
      case PROTECTED -> ProhibitionBasis.CONTACT_BAN.rule();
      case PRESENCE -> PresenceBasis.valueOf(basis).rule();
      case SILENT -> "L28";
    };
  }
}
