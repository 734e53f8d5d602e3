package dev.mabsplan.facts;

import dev.mabsplan.facts.gathered.Facts;
import java.lang.annotation.ElementType;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which numbers a component can be; {@link Facts.Builder#build} refuses any other. */
@Target(ElementType.RECORD_COMPONENT)
@java.lang.annotation.Retention(RetentionPolicy.RUNTIME)
public @interface Range {

  /** Returns the smallest number it can be. */
  long min() default 0;

  /** Returns the largest number it can be. */
  long max() default Long.MAX_VALUE;
}
