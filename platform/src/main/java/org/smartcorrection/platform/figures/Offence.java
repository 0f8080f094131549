package org.smartcorrection.platform.figures;

/** Groups of offences: the chapters of the special part of the Criminal Law, in their order. */
enum Offence {
  /** Chapter one. */
  NATIONAL_SECURITY,
  /** Chapter two. */
  PUBLIC_SECURITY,
  /** Chapter three. */
  MARKET_ORDER,
  /** Chapter four. */
  PERSONAL_RIGHTS,
  /** Chapter five. */
  PROPERTY,
  /** Chapter six. */
  SOCIAL_ORDER,
  /** Chapter seven. */
  NATIONAL_DEFENCE,
  /** Chapter eight. */
  BRIBERY,
  /** Chapter nine. */
  DERELICTION,
  /** Chapter ten. */
  MILITARY_DUTY,
  /** The decision names none that is in our list, or none at all. */
  NOT_GROUPED
}
