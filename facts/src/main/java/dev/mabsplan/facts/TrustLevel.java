package dev.mabsplan.facts;

/** How the domain of a protected server stands to that of its backup server. */
public enum TrustLevel {
  /** The same domain, or one with a two-way trust. */
  TRUSTED,

  /** A domain without such a trust. */
  UNTRUSTED,

  /** No domain. */
  WORKGROUP
}
