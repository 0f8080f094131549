package org.smartcorrection.platform.oversight;

import org.smartcorrection.platform.evidence.LedgerMembers;
import org.smartcorrection.platform.evidence.Receipts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who keeps the ledger, for whoever relies on it: members, quorum, how far each has come. */
@Controller
class LedgerPage {
  private final LedgerMembers members;
  private final Receipts receipts;

  LedgerPage(LedgerMembers members, Receipts receipts) {
    this.members = members;
    this.receipts = receipts;
  }

  @GetMapping("/oversight/ledger")
  String open(Model model) {
    model.addAttribute("members", members.states());
    model.addAttribute("heads", receipts.checkpoints());
    return "oversight/ledger";
  }
}
