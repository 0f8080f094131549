package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.act.Fact;
import org.springframework.context.support.StaticMessageSource;

class FactTextTests {
  @Test
  void a_border_is_said_in_a_few_words_and_not_in_coordinates() {
    var messages = new StaticMessageSource();
    messages.addMessage("casework.border", Locale.ENGLISH, "{0} corners");
    var border =
        new Fact.Text(
            """
            {"type":"Polygon","coordinates":[[[104.5,31.2],[ -1,31.3],[104.6,31.3],[104.5,31.2]]]}
            """);

    assertEquals("4 corners", FactText.of("geometry", border, messages, Locale.ENGLISH));
    assertEquals(border.value(), FactText.of("statement", border, messages, Locale.ENGLISH));
  }
}
