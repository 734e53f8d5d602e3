package dev.mabsplan.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text that says who or where, or is known to say nothing of it, for those who hand facts
 * on. What is not marked may say anything, as prose does; {@code server} is always a server.
 */
@Target(ElementType.RECORD_COMPONENT)
@java.lang.annotation.Retention(RetentionPolicy.RUNTIME)
public @interface Reveals {

  /** Returns what it is the name of. */
  What value();

  /** What a text can be the name of. */
  enum What {
    /** Something that is called so everywhere, and that rules know by its name. */
    NOBODY,
    /** A server or a virtual machine. */
    SERVER,
    /** A domain. */
    DOMAIN,
    /** A vault. */
    VAULT,
    /** A file that is named after a vault. */
    FILE_OF_VAULT,
    /** A user. */
    USER
  }
}
