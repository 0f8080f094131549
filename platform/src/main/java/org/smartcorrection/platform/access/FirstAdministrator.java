package org.smartcorrection.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.StaffId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first administrator of an empty installation: a link is printed to the console, works once,
 * and ends with the process. There is no default password anywhere.
 */
@Component
@Profile("!demo & !test")
class FirstAdministrator {
  private final Accounts accounts;
  private final Agencies agencies;
  private final Enrolment enrolment;
  private final Clock clock;
  private @Nullable String token;

  FirstAdministrator(Accounts accounts, Agencies agencies, Enrolment enrolment, Clock clock) {
    this.accounts = accounts;
    this.agencies = agencies;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /** What the administrator of a new installation says of themselves and their agency. */
  record Beginning(
      String agencyCode,
      String agencyZh,
      String agencyEn,
      String nameZh,
      String nameEn,
      String login,
      String password) {
    @Override
    public String toString() {
      return "Beginning[withheld]";
    }
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    if (!accounts.none()) return;
    byte[] raw = new byte[24];
    new SecureRandom().nextBytes(raw);
    String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    synchronized (this) {
      token = fresh;
    }
    String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
    System.out.println(
        "Set up the first administrator, once: http://localhost:" + port + "/setup?token=" + fresh);
  }

  synchronized boolean fits(String given) {
    return token != null
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes the agency and its first administrator; empty when the link was used already. */
  @Transactional
  public synchronized Optional<Enrolment.Enrolled> begin(String given, Beginning beginning) {
    if (!fits(given) || !accounts.none()) return Optional.empty();
    var agency =
        new Agency(
            new AgencyId(Uuids.next(clock)),
            beginning.agencyCode(),
            AgencyKind.CORRECTION_AGENCY,
            beginning.agencyZh(),
            beginning.agencyEn(),
            null,
            null);
    agencies.add(agency);
    PostId post = accounts.addPost(agency, Role.ADMINISTRATOR, "系统管理员", "System administrator");
    StaffId staff = accounts.addStaff(beginning.nameZh(), beginning.nameEn());
    var enrolled = enrolment.staff(staff, post, beginning.login(), beginning.password());
    token = null;
    return Optional.of(enrolled);
  }
}
