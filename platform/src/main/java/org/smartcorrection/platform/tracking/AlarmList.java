package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The list of open alarms, on a page of its own and beside the one that is being answered. */
@Component
class AlarmList {
  private static final int PAGE = 20;
  private static final int BESIDE = 30;

  private final AlarmAccess access;
  private final AlarmQueue queue;

  AlarmList(AlarmAccess access, AlarmQueue queue) {
    this.access = access;
    this.queue = queue;
  }

  /**
   * Puts it into the page.
   *
   * @param on the alarm that is being answered; absent on the list's own page
   */
  void show(
      HttpServletRequest request,
      AlarmFilter filter,
      @Nullable String after,
      @Nullable String on,
      Model model,
      Locale locale) {
    int size = on == null ? PAGE : BESIDE;
    Slice<AlarmRow> page = access.queue(request, filter, after, size, on, locale);
    model.addAttribute("filter", filter);
    model.addAttribute("alarms", page.rows());
    model.addAttribute("open", queue.tally(Present.actor(), filter).open());
    model.addAttribute("more", page.next() == null ? null : filter.after(page.next()));
  }
}
