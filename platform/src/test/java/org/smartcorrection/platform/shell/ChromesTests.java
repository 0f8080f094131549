package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class ChromesTests {
  private static final Visitor OFFICER =
      new Visitor("沈示范", "柳塘司法所", navigation("today", 1), Optional.empty());

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/console");

  private static Navigation navigation(String section, int rank) {
    return new Navigation(
        List.of(new Navigation.Item(section, "/" + section, Text.literal(section), "", rank)));
  }

  private static Chromes chromes(Map<String, Object> beans) {
    var factory = new StaticListableBeanFactory(beans);
    return new Chromes(
        factory.getBeanProvider(Visitors.class),
        factory.getBeanProvider(NavigationSource.class),
        new Languages(),
        Bundles.messages(Stream::empty),
        new MockEnvironment());
  }

  @Test
  void without_anybody_who_knows_visitors_a_page_is_public() {
    Chrome chrome = chromes(Map.of()).of(request);

    assertNull(chrome.visitor());
    assertEquals(List.of(), chrome.navigation());
    assertFalse(chrome.demo());
  }

  @Test
  void the_modules_items_stand_among_the_visitors_own_in_order() {
    Visitors visitors = any -> Optional.of(OFFICER);
    NavigationSource before = (any, visitor) -> navigation("first", 0);
    NavigationSource after = (any, visitor) -> navigation("last", 9);

    Chrome chrome =
        chromes(Map.of("visitors", visitors, "after", after, "before", before)).of(request);

    assertEquals(
        List.of("first", "today", "last"),
        chrome.navigation().stream().map(Navigation.Item::section).toList());
  }

  @Test
  void nobody_is_asked_who_looks_until_the_page_says_it() {
    var asked = new AtomicInteger();
    Visitors visitors =
        any -> {
          asked.incrementAndGet();
          return Optional.of(OFFICER);
        };

    Chrome chrome = chromes(Map.of("visitors", visitors)).of(request);
    assertEquals(0, asked.get());

    chrome.visitor();
    chrome.navigation();
    chrome.purpose();
    assertEquals(1, asked.get());
  }

  @Test
  void an_error_page_is_shown_even_if_nobody_can_say_who_looks() {
    Visitors broken =
        any -> {
          throw new IllegalStateException("no database");
        };

    Chrome chrome = chromes(Map.of("visitors", broken)).whateverHappens(request);

    assertNull(chrome.visitor());
    assertEquals(List.of(), chrome.navigation());
  }

  @Test
  void the_language_link_leads_to_the_same_page() {
    request.setQueryString("page=2");

    assertEquals("/console?page=2&lang=en", chromes(Map.of()).of(request).languageHref());
    assertEquals("en", chromes(Map.of()).of(request).otherLang());
  }

  @Test
  void the_chosen_theme_is_written_into_the_page() {
    assertNull(chromes(Map.of()).of(request).theme());

    request.setCookies(new Cookie("theme", "dark"));
    assertEquals("dark", chromes(Map.of()).of(request).theme());

    request.setCookies(new Cookie("theme", "\"><script>"));
    assertNull(chromes(Map.of()).of(request).theme());
  }

  @Test
  void a_badge_shows_the_family_name() {
    assertEquals("沈", OFFICER.monogram());
    assertTrue(new Visitor("", "", Navigation.none(), Optional.empty()).monogram().isEmpty());
  }
}
