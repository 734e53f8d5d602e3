package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.Planner;

/** The shipped rules, made when the first target asks for them. */
final class Shipped {

  static final Planner PLANNER = Planner.shipped();

  private Shipped() {}
}
