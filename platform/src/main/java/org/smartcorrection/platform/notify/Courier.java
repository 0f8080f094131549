package org.smartcorrection.platform.notify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages out of the house after their acts are committed: as text, and when that is not to
 * be had, as a call. What a crash left waiting goes first after the next start.
 */
@Component
class Courier implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int BATCH = 50;

  private final Messages messages;
  private final TextMessages texts;
  private final VoiceCalls calls;
  private final People people;
  private final MessageSource words;
  private final TransactionTemplate transactions;
  private final ExecutorService walker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("courier").daemon().factory());

  Courier(
      Messages messages,
      TextMessages texts,
      VoiceCalls calls,
      People people,
      MessageSource words,
      TransactionTemplate transactions) {
    this.messages = messages;
    this.texts = texts;
    this.calls = calls;
    this.people = people;
    this.words = words;
    this.transactions = transactions;
  }

  /** There is a message to send. */
  record MessageWaits() {}

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(MessageWaits waits) {
    walker.execute(this::deliver);
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    walker.execute(this::deliver);
  }

  /** Sends all that waits; returns when nothing does. */
  synchronized void deliver() {
    try {
      while (batch() == BATCH) Thread.onSpinWait();
    } catch (DataAccessException e) {
      LOG.warn("messages wait: {}", e.getClass().getSimpleName());
    }
  }

  private int batch() {
    Integer sent =
        transactions.execute(
            _ -> {
              List<Messages.Message> waiting = messages.claim(BATCH);
              waiting.forEach(this::deliver);
              return waiting.size();
            });
    return sent == null ? 0 : sent;
  }

  private void deliver(Messages.Message message) {
    Optional<String> number =
        Optional.ofNullable(people.unveiled(List.of(message.person())).get(message.person()))
            .map(Identity::phone)
            .filter(phone -> !phone.isBlank());
    if (number.isEmpty()) {
      messages.done(message.id(), "text", new Delivery.Unavailable("no-number"));
      return;
    }
    String said = words.getMessage("notify.news", null, Locale.SIMPLIFIED_CHINESE);
    Delivery text = texts.text(number.get(), said);
    if (text instanceof Delivery.Unavailable
        && calls.call(number.get(), said) instanceof Delivery.Sent called) {
      messages.done(message.id(), "voice", called);
      return;
    }
    messages.done(message.id(), "text", text);
  }

  @Override
  public void destroy() {
    walker.shutdownNow();
  }
}
