package dev.mabsplan.facts;

/** What kind of account sends notifications. */
public enum MailAccount {
  /** An account of the Active Directory domain the backup server is in. */
  DOMAIN,

  /** A work or school account of Microsoft 365. */
  WORK_OR_SCHOOL
}
