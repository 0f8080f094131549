package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * One page that tells the owner of a phone how to trust this installation, and the certificate to
 * trust. Open to everybody: nobody can log in before.
 */
@Controller
class TrustGuide {
  private final Path folder;
  private final boolean lan;

  TrustGuide(DataFolder data, Environment settings) {
    this.folder = Tls.folder(data);
    this.lan = WebAddress.of(settings).lan();
  }

  @GetMapping("/trust")
  String guide(Model model) throws IOException, GeneralSecurityException {
    Path file = LocalAuthority.certificateFile(folder);
    boolean available = lan && Files.exists(file);
    model.addAttribute("available", available);
    if (available)
      model.addAttribute("fingerprint", LocalAuthority.fingerprint(LocalAuthority.read(file)));
    return "hosting/trust";
  }

  @GetMapping("/trust/authority.crt")
  ResponseEntity<byte[]> authority() throws IOException, GeneralSecurityException {
    Path file = LocalAuthority.certificateFile(folder);
    if (!lan || !Files.exists(file)) return ResponseEntity.notFound().build();
    // this type makes a phone offer to install it
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/x-x509-ca-cert"))
        .header("Content-Disposition", "attachment; filename=\"smart-correction.crt\"")
        .body(LocalAuthority.read(file).getEncoded());
  }
}
