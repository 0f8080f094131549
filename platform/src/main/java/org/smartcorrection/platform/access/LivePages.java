package org.smartcorrection.platform.access;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream on which open pages hear that something changed. */
@Controller
class LivePages {
  private final LiveFeed feed;

  LivePages(LiveFeed feed) {
    this.feed = feed;
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live() {
    return feed.open(Present.actor());
  }
}
