package org.smartcorrection.location;

/** The five grounds of electronic positioning, a closed list (CCL 29). */
public enum Article29Ground {
  /** 29(1): breach of a court's prohibition order. */
  BREACHED_PROHIBITION_ORDER,
  /** 29(2): left the city or county without approval or good reason. */
  LEFT_WITHOUT_APPROVAL,
  /** 29(3): refused to report on activities as required and was warned. */
  REFUSED_TO_REPORT,
  /** 29(4): given a public-security punishment for breach of supervision. */
  PUNISHED_BY_POLICE,
  /** 29(5): about to be proposed for revocation or recall. */
  REVOCATION_OR_RECALL_PROPOSED
}
