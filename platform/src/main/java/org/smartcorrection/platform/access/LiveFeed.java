package org.smartcorrection.platform.access;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that something changed, and nothing of what: the page then asks for the fragment
 * it shows, with the rights of whoever looks. Nothing personal travels on the stream.
 */
@Component
public class LiveFeed implements DisposableBean {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private static final int SENDERS = 8;
  private final ExecutorService senders =
      Executors.newFixedThreadPool(
          SENDERS, Thread.ofPlatform().name("live-", 0).daemon().factory());

  private record Listener(Actor actor, SseEmitter stream) {}

  /** Opens the stream of one page. */
  SseEmitter open(Actor actor) {
    var stream = new SseEmitter(0L);
    var listener = new Listener(actor, stream);
    listeners.add(listener);
    stream.onCompletion(() -> listeners.remove(listener));
    stream.onTimeout(() -> listeners.remove(listener));
    stream.onError(_ -> listeners.remove(listener));
    send(listener, "open");
    return stream;
  }

  /**
   * Tells everybody whom it concerns. Call it after the change is committed.
   *
   * @param topic the event's name, such as {@code alarms}
   */
  public void tell(String topic, Predicate<Actor> whom) {
    for (Listener listener : listeners)
      if (whom.test(listener.actor())) senders.execute(() -> send(listener, topic));
  }

  /** Closes the streams of an account that may act no more. */
  public void end(AccountId account) {
    for (Listener listener : listeners)
      if (listener.actor().account().equals(account)) close(listener);
  }

  private void send(Listener listener, String topic) {
    try {
      synchronized (listener.stream()) {
        listener.stream().send(SseEmitter.event().name(topic).data(""));
      }
    } catch (IOException | IllegalStateException _) {
      // the page is gone; a new one opens a stream of its own
      listeners.remove(listener);
    }
  }

  @Override
  public void destroy() {
    listeners.forEach(LiveFeed::close);
    senders.shutdownNow();
  }

  private static void close(Listener listener) {
    try {
      listener.stream().complete();
    } catch (IllegalStateException _) {
      // the page is gone already
    }
  }
}
