package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.smartcorrection.acceptance.InsideDatabase;

/**
 * What a load comes to once everybody is known and the compilers are done.
 *
 * @param positions answered as durable in the seconds measured
 * @param used seconds of processor time of the platform and its database
 * @param generator seconds of processor time of this process
 */
record Throughput(long positions, double seconds, double used, double generator) {
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(30);
  private static final double NANOS = 1e9;

  static Throughput of(Load load, Launch launch, Path data) throws IOException {
    List<ProcessHandle> measured =
        List.of(
            ProcessHandle.of(launch.platform().pid()).orElseThrow(), InsideDatabase.process(data));
    LockSupport.parkNanos(WARM.toNanos());
    long begun = System.nanoTime();
    long before = load.answered();
    double platformBefore = withAllTheyStarted(measured);
    double ownBefore = seconds(ProcessHandle.current());
    LockSupport.parkNanos(MEASURED.toNanos());
    return new Throughput(
        load.answered() - before,
        (System.nanoTime() - begun) / NANOS,
        withAllTheyStarted(measured) - platformBefore,
        seconds(ProcessHandle.current()) - ownBefore);
  }

  double aSecond() {
    return (double) positions / seconds;
  }

  /** Microseconds of processor time that one position costs. */
  double micros() {
    return used / (double) positions * 1e6;
  }

  /** How many processors the generator kept busy. */
  double generatorCores() {
    return generator / seconds;
  }

  private static double withAllTheyStarted(List<ProcessHandle> processes) {
    return processes.stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .mapToDouble(Throughput::seconds)
        .sum();
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
  }
}
