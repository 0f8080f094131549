package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.Copy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The covering letter of a copy, with the receipt that the organ signs and sends back (送达回证). */
@Controller
class CopyLetterPage {
  private final Copies copies;
  private final CopyRows rows;
  private final CopyLetters letters;
  private final CaseAccess access;

  CopyLetterPage(Copies copies, CopyRows rows, CopyLetters letters, CaseAccess access) {
    this.copies = copies;
    this.rows = rows;
    this.letters = letters;
    this.access = access;
  }

  @GetMapping(CopiesPage.PATH + "/{id}/letter")
  String letter(@PathVariable UUID id, Model model, HttpServletRequest request) {
    Copy copy = copies.get(id);
    OpenedCase opened = access.open(copy.caseId(), request, "case");
    CopyRow row = rows.of(List.of(copy), CopyLetters.OFFICIAL).getFirst();
    model.addAttribute("row", row);
    model.addAttribute("letter", letters.letter(row, opened.actor()));
    model.addAttribute("receipt", letters.receipt(row, opened.actor()));
    return "desk/copy-letter";
  }
}
