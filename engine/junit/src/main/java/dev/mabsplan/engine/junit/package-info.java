/**
 * Scenarios as tests, and assertions about plans, for those who test with JUnit.
 *
 * <p>{@link dev.mabsplan.engine.junit.ScenarioTestEngine} makes every scenario file a container of
 * tests for the JUnit Platform, so that an IDE shows, runs and reruns each case by itself. Under
 * Maven one class says so, since Surefire selects by class:
 *
 * <pre>{@code
 * @Suite
 * @IncludeEngines("mabsplan")
 * class ScenariosTest {}
 * }</pre>
 *
 * <p>Without a selector that is every scenario in the folders of the class path;
 * {@code @SelectDirectories("rules")} beside it takes those of a folder instead.
 *
 * <p>{@link dev.mabsplan.engine.junit.PlanAssert} is for tests that are written in Java. Nothing
 * else of mabsplan knows JUnit, and nothing here knows how a scenario is compared or rules run.
 */
@NullMarked
package dev.mabsplan.engine.junit;

import org.jspecify.annotations.NullMarked;
