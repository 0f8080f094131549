package org.smartcorrection.platform.desk;

import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity;

/** A case that somebody may see and has opened: the look is recorded. */
public record OpenedCase(Case in, Summary summary, Identity person, Actor actor) {}
