package dev.mabsplan.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link Fact} that looks at nothing but its {@link Key}s, and so can be asked
 * of every such fact, whatever else of it is unknown.
 */
@Documented
@Target(ElementType.METHOD)
@java.lang.annotation.Retention(RetentionPolicy.RUNTIME)
public @interface OfKeys {}
