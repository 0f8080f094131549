package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.PersonLinks;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Component;

/**
 * The one way to a document: for staff whose post covers its case and for the person themselves.
 */
@Component
class DocumentAccess {
  private final Documents documents;
  private final Acts acts;
  private final Secrecy secrecy;
  private final Summaries summaries;
  private final Jurisdiction jurisdiction;
  private final Hosts hosts;
  private final Looks looks;
  private final Restrictions restrictions;
  private final PersonLinks links;

  DocumentAccess(
      Documents documents,
      Acts acts,
      Secrecy secrecy,
      Summaries summaries,
      Jurisdiction jurisdiction,
      Hosts hosts,
      Looks looks,
      Restrictions restrictions,
      PersonLinks links) {
    this.secrecy = secrecy;
    this.documents = documents;
    this.acts = acts;
    this.summaries = summaries;
    this.jurisdiction = jurisdiction;
    this.hosts = hosts;
    this.looks = looks;
    this.restrictions = restrictions;
    this.links = links;
  }

  /** A document that somebody may see: the look is recorded. */
  record Seen(Document document, Act act) {}

  /** A document that somebody may see and has opened. */
  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  record Opened(Document document, Act act, byte[] content) {}

  /**
   * Looks at a document, whose content is not read yet, and records the look.
   *
   * @throws NotFound when there is none, or the actor's post does not cover it
   */
  Seen see(String id, HttpServletRequest request) {
    Document document = documents.get(DocumentId.of(id));
    Act act = acts.get(document.act());
    check(document, act, request);
    return new Seen(document, act);
  }

  /**
   * Opens a document and records the look.
   *
   * @throws NotFound when there is none, the actor's post does not cover it, its key is gone, or it
   *     is a recording
   */
  Opened open(String id, HttpServletRequest request) {
    return open(see(id, request));
  }

  Opened open(Seen seen) {
    if (seen.document().recorded()) throw new NotFound();
    return new Opened(
        seen.document(), seen.act(), documents.content(seen.document()).orElseThrow(NotFound::new));
  }

  /**
   * A paper of the platform's.
   *
   * @throws Refused when it was changed: nothing is made of such a one
   */
  Opened written(String id, HttpServletRequest request) {
    Opened opened = open(id, request);
    if (!opened.document().written()) throw new NotFound();
    if (!Prints.whole(opened.document(), opened.content()))
      throw new Refused("desk.document.changed");
    return opened;
  }

  private void check(Document document, Act act, HttpServletRequest request) {
    Actor actor = Present.actor();
    if (actor.person() != null) {
      // a record that was joined with the person's own is theirs to read (rule H12)
      boolean own =
          actor.person().equals(document.person())
              || links.group(actor.person()).contains(document.person());
      if (!own || act.deliberates() || act.protects()) throw new NotFound();
      return;
    }
    Summary summary = summaries.withSealed(document.caseId()).orElseThrow(NotFound::new);
    boolean covered =
        jurisdiction.covers(actor, summary.agency(), summary.office())
            || hosts
                .answering(actor, document.caseId())
                .filter(run -> run.id().equals(act.instance()))
                .isPresent();
    boolean told = Discretion.shows(act) && secrecy.shown(act, actor).isPresent();
    if (!covered || !told) throw new NotFound();
    if (jurisdiction.covers(actor, summary.agency(), summary.office()))
      restrictions.check(actor, summary);
    looks.record(actor, Sessions.purpose(request, actor), "document", List.of(document.person()));
  }
}
