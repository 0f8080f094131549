package org.smartcorrection.node.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.command.Arguments;
import org.smartcorrection.ledger.command.Words;

/**
 * How a command that sets up a consortium is called, and how it ends: with 0 when it is done, 1
 * when a file cannot be read or written, 2 when what was given cannot be used.
 *
 * @param name under which its texts are
 * @param least how many words it needs at least
 * @param most how many it takes at most
 */
record Command(String name, Set<String> required, Set<String> optional, int least, int most) {
  private static final String MESSAGES = "org.smartcorrection.node.command.setup";
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /** What a command does. */
  interface Work {
    void run(Arguments arguments, Words words, PrintStream out)
        throws IOException, SetupException, MalformedException;
  }

  int run(
      List<String> args,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      Work work) {
    var words = new Words(MESSAGES, Words.locale(args, environment));
    Optional<Arguments> arguments =
        Arguments.read(args, required, optional)
            .filter(read -> read.words().size() >= least && read.words().size() <= most);
    if (arguments.isEmpty()) {
      err.println(words.plain(name + ".usage"));
      return USAGE;
    }
    try {
      work.run(arguments.get(), words, out);
      return DONE;
    } catch (SetupException | InvalidPathException e) {
      err.println(e.getMessage());
      return USAGE;
    } catch (MalformedException e) {
      err.println(words.say("change.wrong", e.getMessage()));
      return USAGE;
    } catch (IOException e) {
      err.println(words.say("setup.file", e.getMessage()));
      return FAILED;
    }
  }
}
