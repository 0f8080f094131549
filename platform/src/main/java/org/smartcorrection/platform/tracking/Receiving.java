package org.smartcorrection.platform.tracking;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.tracking.line.Reception;
import org.springframework.stereotype.Component;

/** Takes in what comes on open lines, by the same way as everything else. */
@Component
class Receiving implements Reception {
  private final Devices devices;
  private final Intake intake;
  private final Pace pace;

  Receiving(Devices devices, Intake intake, Pace pace) {
    this.devices = devices;
    this.intake = intake;
    this.pace = pace;
  }

  @Override
  public Optional<Device> authenticated(DeviceCredential credential) {
    return devices.authenticated(credential);
  }

  @Override
  public boolean admits(Device device, int reports) {
    return devices.speaks(device) && pace.allows(device, reports);
  }

  @Override
  public CompletableFuture<Void> take(Device device, List<RawReport> reports)
      throws InterruptedException {
    return intake.take(device, reports).thenApply(_ -> null);
  }

  @Override
  public void refuse(Device device, Breach breach) throws InterruptedException {
    var _ = intake.refuse(device, Answer.Refused.of(breach)); // counted; nobody waits for it
  }
}
