package org.smartcorrection.platform.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the message bundles: {@code i18n/<module>/messages} of every module, and those that the
 * libraries bring to explain their decisions. English is the default, Chinese stands beside it.
 */
final class Bundles {
  private static final List<String> OF_LIBRARIES =
      List.of("org/smartcorrection/procedure/messages", "org/smartcorrection/location/messages");
  private static final Pattern MODULE = Pattern.compile(".*(i18n/[^/]+/messages)\\.properties");

  private Bundles() {}

  /** The base names of all bundles on the class path. */
  static Set<String> names() {
    var resolver = new PathMatchingResourcePatternResolver();
    var names = new LinkedHashSet<String>();
    try {
      for (Resource found : resolver.getResources("classpath*:i18n/*/messages.properties")) {
        Matcher path = MODULE.matcher(found.getURL().toString());
        if (path.matches()) {
          names.add(path.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The message bundles cannot be listed", e);
    }
    for (String library : OF_LIBRARIES) {
      if (resolver.getResource("classpath:" + library + ".properties").exists()) {
        names.add(library);
      }
    }
    return names;
  }

  /**
   * All bundles as one source; a missing key is an error and never a key on a page.
   *
   * @param more asked for what no bundle has
   */
  static ResourceBundleMessageSource messages(Supplier<Stream<MoreTexts>> more) {
    var messages = new ResourceBundleMessageSource();
    messages.setParentMessageSource(new Beside(more));
    messages.setBasenames(names().toArray(String[]::new));
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    messages.setUseCodeAsDefaultMessage(false);
    return messages;
  }
}
