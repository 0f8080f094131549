package org.smartcorrection.acceptance.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has taken of all cores: says the same however busy the machine is. */
final class ProcessorTime {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private ProcessorTime() {}

  /** In nanoseconds since its start. */
  static long ofProcess() {
    return SYSTEM.getProcessCpuTime();
  }
}
