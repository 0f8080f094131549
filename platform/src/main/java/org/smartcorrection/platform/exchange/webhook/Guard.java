package org.smartcorrection.platform.exchange.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where messages may go: to public addresses by HTTPS, so that nobody reaches the site's own
 * network through us. The operator can name hosts of that network, by configuration and not on a
 * page.
 */
@Component
class Guard {
  private static final int LONGEST = 500;

  private final Set<String> trusted;

  /**
   * A guard.
   *
   * @param hosts names of hosts, divided by commas, that may be private and without HTTPS
   */
  Guard(@Value("${smartcorrection.webhooks.trusted-hosts:}") String hosts) {
    this.trusted =
        Arrays.stream(hosts.split(","))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** An address that may be registered; empty for every other. */
  Optional<URI> address(String typed) {
    if (typed.length() > LONGEST) return Optional.empty();
    try {
      var address = new URI(typed.strip());
      @Nullable String host = address.getHost();
      boolean plain = "http".equals(address.getScheme()) && host != null && trusts(host);
      boolean fit =
          host != null
              && ("https".equals(address.getScheme()) || plain)
              && address.getRawUserInfo() == null
              && address.getRawFragment() == null;
      return fit && !literallyPrivate(host) ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /**
   * The address to connect to. It is looked up once and used as it was found: a name that is public
   * when it is checked and private when it is connected to leads nowhere.
   *
   * @throws Refusal when one of the addresses is not public
   */
  InetAddress resolve(String host) throws UnknownHostException, Refusal {
    InetAddress[] found = InetAddress.getAllByName(host);
    if (!trusts(host)) for (InetAddress one : found) if (!isPublic(one)) throw new Refusal();
    return found[0];
  }

  /** The address lies in a network that messages may not reach. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal() {
      super("not a public address");
    }
  }

  private boolean trusts(String host) {
    return trusted.contains(host.toLowerCase(Locale.ROOT));
  }

  /** Numbers are no names: they are known to be private before anybody looks them up. */
  private boolean literallyPrivate(String host) {
    if (trusts(host)) return false;
    boolean number = host.matches("[0-9.]+") || host.startsWith("[");
    if (!number) return host.equalsIgnoreCase("localhost");
    try {
      return !isPublic(InetAddress.getByName(host));
    } catch (UnknownHostException _) {
      return true;
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> publicV4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
      case Inet6Address _ -> publicV6(bytes);
      case InetAddress _ -> false;
    };
  }

  /** RFC 6890: this network, shared space, protocol assignments, documentation, tests, reserved. */
  private static boolean publicV4(int first, int second, int third) {
    return switch (first) {
      case 0 -> false;
      case 100 -> second < 64 || second > 127;
      case 192 -> !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  /**
   * Only global unicast (2000::/3), without what carries another address inside, or is an example.
   */
  private static boolean publicV6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    if (first < 0x2000 || first > 0x3fff) return false;
    boolean teredoAndOthers = first == 0x2001 && second < 0x0200;
    boolean example = first == 0x2001 && second == 0x0db8;
    boolean sixToFour = first == 0x2002;
    return !teredoAndOthers && !example && !sixToFour;
  }
}
