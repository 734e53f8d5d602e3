package dev.mabsplan.rules;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** Every scenario of every topic is a test; a new one needs no Java. */
@Suite
@IncludeEngines("mabsplan")
@SelectDirectories({"catalog", "dpm", "mars", "families"})
class ScenariosTest {}
