package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.CaseList;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of the actor's people are asked for, as the page's address says it. What the address says
 * wrongly is not asked for at all: a bookmark of another day still opens.
 *
 * @param days the term ends within so many days
 * @param officer an account, {@code me} or {@code nobody}: whoever is responsible
 */
record PeopleFilter(
    Summary.@Nullable Status status,
    Summary.@Nullable Category category,
    Summary.@Nullable Level level,
    @Nullable AgencyId office,
    @Nullable Integer days,
    @Nullable String officer,
    CaseList.Order order) {
  static final String ME = "me";
  static final String NOBODY = "nobody";
  static final String PATH = "/console/people";
  static final List<Integer> DAYS = List.of(7, 30, 90);

  /**
   * Reads the page's address.
   *
   * @param officers who may be asked for
   */
  static PeopleFilter read(
      HttpServletRequest request, List<AgencyId> offices, List<String> officers) {
    return new PeopleFilter(
        constant(Summary.Status.values(), request.getParameter("status")).orElse(null),
        constant(Summary.Category.values(), request.getParameter("category")).orElse(null),
        constant(Summary.Level.values(), request.getParameter("level")).orElse(null),
        offices.stream()
            .filter(office -> office.toString().equals(request.getParameter("office")))
            .findFirst()
            .orElse(null),
        DAYS.stream()
            .filter(days -> days.toString().equals(request.getParameter("days")))
            .findFirst()
            .orElse(null),
        officers.stream()
            .filter(officer -> officer.equals(request.getParameter("officer")))
            .findFirst()
            .orElse(null),
        constant(CaseList.Order.values(), request.getParameter("order"))
            .orElse(CaseList.Order.NEWEST));
  }

  public boolean narrows() {
    return status != null
        || category != null
        || level != null
        || office != null
        || days != null
        || officer != null;
  }

  CaseList.Asked asked(AgencyId custody, @Nullable AgencyId own, AccountId me, LocalDate today) {
    return new CaseList.Asked(
        custody,
        own != null ? own : office,
        status,
        category,
        level,
        days == null ? null : today.plusDays(days),
        responsible(me),
        order);
  }

  private CaseList.@Nullable ResponsibleFor responsible(AccountId me) {
    return switch (officer) {
      case null -> null;
      case ME -> new CaseList.ResponsibleFor.By(me);
      case NOBODY -> new CaseList.ResponsibleFor.Nobody();
      case String account -> new CaseList.ResponsibleFor.By(AccountId.of(account));
    };
  }

  /** The page's address with this filter. */
  public String href() {
    var address = UriComponentsBuilder.fromPath(PATH);
    if (status != null) address.queryParam("status", status);
    if (category != null) address.queryParam("category", category);
    if (level != null) address.queryParam("level", level);
    if (office != null) address.queryParam("office", office);
    if (days != null) address.queryParam("days", days);
    if (officer != null) address.queryParam("officer", officer);
    if (order != CaseList.Order.NEWEST) address.queryParam("order", order);
    return address.encode().build().toString();
  }

  /** The address of the page that goes on from a key. */
  String href(String after) {
    return UriComponentsBuilder.fromUriString(href())
        .queryParam("after", "{after}")
        .encode()
        .buildAndExpand(after)
        .toUriString();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] constants, @Nullable String name) {
    return Arrays.stream(constants).filter(one -> one.name().equals(name)).findFirst();
  }
}
