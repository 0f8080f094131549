package org.smartcorrection.platform.notify;

import java.net.URI;
import java.time.Clock;
import java.util.function.BiFunction;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The ways out of this installation. Each is a gateway of the site when its address is set ({@code
 * smartcorrection.notify.text.url}, {@code …voice.url}, {@code …email.url}, each with {@code
 * .token}); in the demonstration a folder; else it says that it is not there.
 */
@Configuration(proxyBeanMethods = false)
class Adapters {
  private static final String SETTINGS = "smartcorrection.notify.";

  @Bean
  TextMessages textMessages(Environment settings, DataFolder data, Clock clock) {
    return way("text", settings, data, clock)::apply;
  }

  @Bean
  VoiceCalls voiceCalls(Environment settings, DataFolder data, Clock clock) {
    return way("voice", settings, data, clock)::apply;
  }

  @Bean
  Email email(Environment settings, DataFolder data, Clock clock) {
    return way("email", settings, data, clock)::apply;
  }

  private static BiFunction<String, String, Delivery> way(
      String channel, Environment settings, DataFolder data, Clock clock) {
    String address = settings.getProperty(SETTINGS + channel + ".url", "");
    if (!address.isBlank()) {
      String token = settings.getProperty(SETTINGS + channel + ".token", "");
      return new Gateway(channel, URI.create(address), token)::send;
    }
    if (settings.acceptsProfiles(Profiles.of("demo")))
      return new Outbox(channel, data.outbox(), clock)::send;
    return (_, _) -> new Delivery.Unavailable("unset");
  }
}
