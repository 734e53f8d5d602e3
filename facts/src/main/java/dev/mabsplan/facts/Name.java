package dev.mabsplan.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that is a name: what differs from it in case only, and names a thing of the
 * same sort, names the same thing. All other texts are what somebody observed, and are compared to
 * the letter.
 */
@Target(ElementType.RECORD_COMPONENT)
@java.lang.annotation.Retention(RetentionPolicy.RUNTIME)
public @interface Name {

  /** Returns what it names. */
  Of value() default Of.ITS_OWN;

  /** The sorts of thing that several components name; only names of one sort are ever one name. */
  enum Of {
    /** What no other component names. */
    ITS_OWN,
    /** A server, by its short name or its full one. */
    SERVER,
    /** A data source, of which a virtual machine is one. */
    DATA_SOURCE,
    /** A protection group. */
    PROTECTION_GROUP,
    /** A file, a folder or a volume. */
    PATH,
    /** A Recovery Services vault. */
    VAULT
  }
}
