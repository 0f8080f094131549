package org.smartcorrection.platform.tracking;

import java.util.List;
import java.util.Map;
import org.smartcorrection.location.protocol.Reading;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.tracking.line.Reply;

/** How a protocol answers over HTTP. */
enum Manner {
  /** Whether it is kept, and if not, why. */
  OSMAND {
    @Override
    Reply answer(Reading reading, Answer answer) {
      return switch (answer) {
        case Answer.Kept _ -> KEPT;
        case Answer.Refused(var reason) ->
            Reply.accepted(Json.text(Map.of("kept", false, "reason", reason)));
      };
    }

    @Override
    Reply nothing() {
      return NOT_KEPT;
    }
  },

  /** A list of messages to the device. */
  OWN_TRACKS {
    @Override
    Reply answer(Reading reading, Answer answer) {
      return switch (answer) {
        case Answer.Kept _ -> NO_MESSAGES;
        case Answer.Refused(var reason) ->
            Reply.accepted(Json.text(List.of(Map.of("_type", "refused", "reason", reason))));
      };
    }

    @Override
    Reply nothing() {
      return NO_MESSAGES;
    }
  },

  /** Counts; the server that forwards reads none of it, people who look for a fault do. */
  TRACCAR {
    @Override
    Reply answer(Reading reading, Answer answer) {
      var counts = new Counts();
      counts.add(reading);
      counts.add(answer);
      return Reply.ok(Json.text(counts.all()));
    }

    @Override
    Reply nothing() {
      var counts = new Counts();
      counts.add(new Reading.NoReport());
      return Reply.ok(Json.text(counts.all()));
    }
  };

  private static final Reply KEPT = Reply.ok(Json.text(Map.of("kept", true)));
  private static final Reply NOT_KEPT = Reply.ok(Json.text(Map.of("kept", false)));
  private static final Reply NO_MESSAGES = Reply.ok("[]");

  /** What is answered when a position was taken or refused. */
  abstract Reply answer(Reading reading, Answer answer);

  /** What is answered to a message that says nothing to be kept. */
  abstract Reply nothing();
}
