/** A monitoring product that is a module itself. */
module com.example.monitoring {
  requires dev.mabsplan.engine;
  requires dev.mabsplan.facts;
  requires dev.mabsplan.rules;
}
