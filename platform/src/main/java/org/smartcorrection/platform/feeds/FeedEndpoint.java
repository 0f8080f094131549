package org.smartcorrection.platform.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Hands calendars out to whoever knows their address: a calendar program cannot sign in. */
@Controller
class FeedEndpoint {
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final FeedLinks links;
  private final Feed feed;

  FeedEndpoint(FeedLinks links, Feed feed) {
    this.links = links;
    this.feed = feed;
  }

  /**
   * A calendar; that an address was never made and that it was ended look the same.
   *
   * @param county the code of one of the counties of a city; without it, all of them
   */
  @GetMapping("/clock/{token}.ics")
  ResponseEntity<byte[]> calendar(
      @PathVariable String token, @RequestParam @Nullable String county) {
    FeedLinks.Holder holder = links.holder(token).orElseThrow(NotFound::new);
    String site = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    byte[] body = feed.of(holder, county, site);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(digest(body))
        .body(body);
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
