package dev.mabsplan.facts;

import dev.mabsplan.facts.gathered.Address;
import java.lang.annotation.ElementType;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a {@link Fact} that tells it from others of its kind, and so is part of its
 * {@link Address}.
 */
@Target(ElementType.RECORD_COMPONENT)
@java.lang.annotation.Retention(RetentionPolicy.RUNTIME)
public @interface Key {

  /** Returns names that have a meaning of their own; others are free. */
  String[] words() default {};
}
