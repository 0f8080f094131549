package org.smartcorrection.platform.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Makes the marks of cases in the background, soon after something came into their files. What is
 * entrusted to the procuratorate is sealed for another purpose and gets none: no search of an
 * agency can come across it.
 */
@Component
class MarksKeeper extends Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(MarksKeeper.class);
  private static final CaseId BEGINNING = new CaseId(new UUID(0, 0));
  private static final int NOTED_AT_ONCE = 1000;
  private static final int MADE_AT_ONCE = 20;

  private final MarksBook book;
  private final Cases cases;
  private final CaseFiles files;
  private final CaseTexts texts;
  private CaseId noted = BEGINNING;
  private boolean allNoted;

  MarksKeeper(MarksBook book, Cases cases, CaseFiles files, CaseTexts texts) {
    super("file marks", Duration.ofSeconds(3), Turn.AFTER_OTHERS);
    this.book = book;
    this.cases = cases;
    this.files = files;
    this.texts = texts;
  }

  @Override
  protected void round() {
    make(this::isRunning);
  }

  /** Makes all that are behind, as long as it goes on. */
  void make(BooleanSupplier goesOn) {
    while (!allNoted && goesOn.getAsBoolean()) noteOlder();
    List<MarksBook.Behind> behind;
    do {
      behind = book.behind(MADE_AT_ONCE);
      for (MarksBook.Behind one : behind) {
        if (!goesOn.getAsBoolean()) return;
        make(one);
      }
    } while (!behind.isEmpty());
  }

  private void noteOlder() {
    List<CaseId> next = cases.after(noted, NOTED_AT_ONCE);
    book.note(next);
    if (next.isEmpty()) allNoted = true;
    else noted = next.getLast();
  }

  private void make(MarksBook.Behind behind) {
    Case in = cases.get(behind.id());
    if (in.purpose() != Purpose.CASEWORK) {
      book.keep(in, behind, null);
      return;
    }
    try {
      Set<Long> marks = marks(in);
      book.keep(in, behind, marks.isEmpty() ? null : Marks.of(marks));
    } catch (IllegalArgumentException | IllegalStateException | Vault.Tampered e) {
      // its key was destroyed meanwhile, or what is kept of it cannot be read: the comparison with
      // the ledger names such a case, and it holds up no other
      LOG.warn("a case cannot be marked: {}", e.getClass().getName());
      book.keep(in, behind, null);
    }
  }

  private Set<Long> marks(Case in) {
    var marks = new HashSet<Long>();
    for (Filed filed : files.unshown(in))
      for (CaseTexts.Passage passage : texts.of(filed))
        WordSearch.marks(passage.text()).forEach(marks::add);
    return marks;
  }
}
