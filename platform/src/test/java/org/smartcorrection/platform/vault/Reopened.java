package org.smartcorrection.platform.vault;

import java.io.IOException;
import java.time.Clock;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.stereotype.Component;

/** Opens the vault of the running installation once more, as a start does. */
@Component
public class Reopened {
  private final DataFolder folder;
  private final MasterKeys masters;
  private final Clock clock;

  Reopened(DataFolder folder, MasterKeys masters, Clock clock) {
    this.folder = folder;
    this.masters = masters;
    this.clock = clock;
  }

  public Vault vault() throws IOException {
    return new Vaults().vault(folder, masters, clock);
  }
}
