package dev.mabsplan.engine.lint;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.faults;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.SmallPack;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What rules may not say, each by an example; Drools itself would accept most of it. */
class RuleLintTest {

  private static final String SERVER = "Service( name == \"VSS\", $server : server )";
  private static final String CONFIRM = "confirm( drools, \"small/let-vss-start\", $server );";
  private static final String ONE_CALL =
      "a consequence that is not calls of problem, confirm, satisfy, exclude, judge, met,"
          + " missing or needed, one below the other, with constants and variables";

  /** Asserts that a rule with the given patterns is fine. */
  private static void assertFine(String patterns) {
    assertDoesNotThrow(good().rule("tested", patterns)::compile);
  }

  private static void assertFine(String patterns, String consequence) {
    assertDoesNotThrow(good().rule("tested", patterns, consequence)::compile);
  }

  /** Asserts that a rule with the given patterns is refused at its first pattern. */
  private static void assertRefused(String patterns, String message) {
    assertFault(
        "pack/small/rules.drl:18: expected " + message, good().rule("tested", patterns)::compile);
  }

  /** Asserts that a rule is refused for something inside that no rule may have. */
  private static void assertNoRule(String drl, String inside) {
    assertFault(
        "pack/small/rules.drl:16: expected conditions and one consequence call; found "
            + inside
            + "; rule tested",
        good().drl("tested", drl)::compile);
  }

  private static void assertNoConsequence(String consequence) {
    assertNoRule(rule("", SERVER, consequence), ONE_CALL);
  }

  @Test
  void patternsAreJoined() {
    assertFine(SERVER + "\nService( startType == StartType.DISABLED, server == $server )");
    assertFine(SERVER + "\nService( name == \"MSDPM\" )");
    assertFault(
        "pack/small/rules.drl:19: expected a variable that joins Service to what stands beside it;"
            + " found none; rule tested: name the server in both: server == $server; what nothing"
            + " joins matches everything with all",
        good().rule("tested", SERVER + "\nService( startType == StartType.DISABLED )")::compile);
  }

  @Test
  void bracketsWithinBracketsAreNotEvenParsed() {
    assertEquals(
        "pack/small/rules.drl:18: expected conditions without square brackets; found [; compare a"
            + " component, or ask it something; rules look into no list",
        faults(good().rule("tested", "Service( name == " + "[".repeat(40) + " )")::compile).get(0));
  }

  @Test
  void bracketsBehindALostQuotationMarkAreNotParsedEither() {
    assertEquals(
        "pack/small/rules.drl:18: expected conditions without square brackets; found [; compare a"
            + " component, or ask it something; rules look into no list",
        faults(
                good()
                        .rule(
                            "tested",
                            "Service( name == \"VSS, server == " + "[".repeat(40) + "\" )")
                    ::compile)
            .get(0));
  }

  @Test
  void whatAVersionIsComparedWithIsOne() {
    String version = "Software( product == \"MARS agent\", version != null, $server : server, ";
    assertFine(version + "version.isBelow(\"2.0.9249.0\") )");
    assertRefused(
        version + "version.isBelow(\"abc\") )",
        "a version in quotes, such as \"13.0.415.0\"; found \"version.isBelow(\"abc\")\"; rule tested");
    assertRefused(
        version + "$wanted : version, version.isBelow($wanted) )",
        "a version in quotes, such as \"13.0.415.0\"; found \"version.isBelow($wanted)\"; rule tested:"
            + " versions are compared by <, <=, > and >= too: version < $wanted");
  }

  @Test
  void whatHasNoOrderIsNotComparedByIt() {
    assertRefused(
        "Observation( name == \"queue\", value > \"100\", $server : server )",
        "==, !=, in or not in for value, which has no order; found \"value > \"100\"\"; rule tested:"
            + " of a number ask isAbove( \"100\" ), isAtLeast( \"100\" ) or isBelow( \"100\" )");
    assertRefused(
        "Service( name == \"VSS\", startType <= StartType.MANUAL, $server : server )",
        "==, !=, in or not in for startType, which has no order; found \"startType <="
            + " StartType.MANUAL\"; rule tested");
  }

  @Test
  void whatAnObservationIsComparedWithIsANumber() {
    String observation = "Observation( name == \"queue\", $server : server, ";
    assertFine(observation + "isAbove( \"100\" ) )");
    assertRefused(
        observation + "isAbove( 100 ) )",
        "a number in quotes, such as \"100\" or \"-2.5\"; found \"isAbove( 100 )\"; rule tested");
    assertRefused(
        observation + "isBelow( \"many\" ) )",
        "a number in quotes, such as \"100\" or \"-2.5\"; found \"isBelow( \"many\" )\"; rule tested");
  }

  @Test
  void whatIsHandedToAConsequenceIsAText() {
    assertFault(
        "pack/small/rules.drl:16: expected a text for each argument of missing; found $wanted,"
            + " which is a Version; rule tested: write the text in quotes, or the problem or name"
            + " that is meant",
        good()
                .rule(
                    "tested",
                    "Software( product == \"MARS agent\", version != null, $server : server, $wanted : version )",
                    "missing( drools, \"small/let-vss-start\", $server, $wanted );")
            ::compile);
  }

  private static String rule(String attributes, String patterns, String consequence) {
    return "rule \"tested\" "
        + attributes
        + "\nwhen\n"
        + patterns
        + "\nthen\n"
        + consequence
        + "\nend\n";
  }

  @Test
  void nothingIsWrongWithAGoodPack() {
    assertDoesNotThrow(good()::compile);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertEquals(
        List.of(
            "pack/small/rules.drl:16: expected conditions and one consequence call; found the"
                + " attribute \"salience\"; rule first",
            "pack/small/rules.drl:26: expected a component of Service: server, name, present,"
                + " state, startType; found \"starttype != null\"; rule second: did you mean"
                + " \"startType\"?"),
        faults(
            good()
                    .drl("first", rule("salience 5", SERVER, CONFIRM).replace("tested", "first"))
                    .rule("second", "Service( starttype != null, $server : server )")
                ::compile));
  }

  @Nested
  class AFile {

    private static SmallPack head(String text, String by) {
      return good().replace("small/rules.drl", text, by);
    }

    @Test
    void isInThePackageOfItsPackAndTopic() {
      assertFault(
          "pack/small/rules.drl:1: expected package test.small, which is pack and topic;"
              + " found package test.large; write package test.small, or no package and no import"
              + " at all",
          head("test.small", "test.large")::compile);
    }

    @Test
    void importsFactsAndFindingsOnly() {
      assertFault(
          "pack/small/rules.drl:3: expected no import but dev.mabsplan.facts.* and"
              + " dev.mabsplan.engine.finding.*; found import java.util.Date; take it out:"
              + " rules need nothing else",
          head("import dev", "import java.util.Date\nimport dev")::compile);
    }

    @Test
    void importsOurFunctionsOnly() {
      assertFault(
          "pack/small/rules.drl:3: expected no function but those of"
              + " dev.mabsplan.engine.session.Derive.*; found import function java.lang.Math.*;"
              + " take it out: rules need nothing else",
          head("import dev", "import function java.lang.Math.*\nimport dev")::compile);
    }

    @Test
    void importsNothingStatic() {
      assertFault(
          "pack/small/rules.drl:3: expected no function but those of"
              + " dev.mabsplan.engine.session.Derive.*; found import function java.lang.Math.*;"
              + " take it out: rules need nothing else",
          head("import dev", "import static java.lang.Math.*\nimport dev")::compile);
    }

    @Test
    void holdsNoGlobal() {
      assertFault(
          "pack/small/rules.drl:14: expected rules and nothing else; found a global; derive in a"
              + " rule instead",
          good().append("small/rules.drl", "global java.util.List list\n")::compile);
    }

    @Test
    void holdsNoFunction() {
      assertFault(
          "pack/small/rules.drl:14: expected rules and nothing else; found a function; derive in a"
              + " rule instead",
          good().append("small/rules.drl", "function int one() { return 1; }\n")::compile);
    }

    @Test
    void holdsNoDeclaration() {
      for (String declaration :
          List.of(
              "declare Thing name : String end",
              "declare enum Thing ONE, TWO; end",
              "declare entry-point Thing end",
              "declare window Thing Service() over window:length( 2 ) end")) {
        assertFault(
            "pack/small/rules.drl:14: expected rules and nothing else; found a declaration; derive"
                + " in a rule instead",
            good().append("small/rules.drl", declaration + "\n")::compile);
      }
    }

    @Test
    void setsNothingForAllItsRules() {
      assertEquals(
          "pack/small/rules.drl:3: expected no attribute; found \"dialect\"; take it out:"
              + " the order of rules means nothing",
          faults(head("import dev", "dialect \"java\"\nimport dev")::compile).get(0));
    }

    @Test
    void isDrl() {
      List<String> faults =
          faults(
              good().append("small/rules.drl", "rule \"tested\" when Service( ) thn\n")::compile);
      assertTrue(
          faults.get(0).startsWith("pack/small/rules.drl:15: expected rules in DRL; found "),
          faults.get(0));
    }
  }

  @Nested
  class ARule {

    @Test
    void hasASentenceAboveItThatSaysWhy() {
      assertFault(
          "pack/small/rules.drl:15: expected a sentence above the rule that says why; found none;"
              + " rule tested: write // and one sentence with a period, in the trade's own words",
          good().rule("tested", SERVER).replace("small/rules.drl", "// Why this is so.\n", "")
              ::compile);
    }

    @Test
    void hasASentenceAboveItAndNoHeading() {
      assertFault(
          "pack/small/rules.drl:16: expected a sentence above the rule that says why; found \"VSS\";"
              + " rule tested: write // and one sentence with a period, in the trade's own words",
          good().rule("tested", SERVER).replace("small/rules.drl", "// Why this is so.", "// VSS")
              ::compile);
    }

    @Test
    void mayHaveASentenceOverSeveralLines() {
      assertDoesNotThrow(
          good().rule("tested", SERVER).replace("small/rules.drl", "// Why this", "// Why\n// this")
              ::compile);
    }

    @Test
    void hasANameThatNoOtherRuleHas() {
      assertFault(
          "pack/small/rules.drl:16: expected a name that no other rule has; found"
              + " \"inconsistent\", as in pack/small/rules.drl:8; rule inconsistent: say in the"
              + " name what sets it apart",
          good()
                  .append(
                      "small/rules.drl",
                      "\n// Why.\n"
                          + rule("", "DataSource( $server : server, $dataSource : name )", CONFIRM)
                              .replace("tested", "inconsistent"))
              ::compile);
    }

    @Test
    void hasANameThatNoRuleOfAnotherTopicHas() {
      List<RulePack> both = List.of(good().read(), good().renamed("other", "tape").read());
      assertFault(
          "pack/small/rules.drl:8: expected a name that no other rule has; found"
              + " \"inconsistent\", as in other/tape/rules.drl:8; rule inconsistent: say in the"
              + " name what sets it apart",
          () -> CheckedPacks.of(both));
    }

    @Test
    void hasANameOfSmallLettersDigitsAndHyphens() {
      assertEquals(
          "pack/small/rules.drl:16: expected a rule name of small letters, digits and"
              + " hyphens; found \"VSS disabled\"; rule VSS disabled: write \"vss-disabled\"",
          faults(good().rule("VSS disabled", SERVER)::compile).get(0));
    }

    @Test
    void hasNoSalience() {
      assertNoRule(rule("salience 10", SERVER, CONFIRM), "the attribute \"salience\"");
    }

    @Test
    void hasNoGroup() {
      assertNoRule(rule("agenda-group \"a\"", SERVER, CONFIRM), "the attribute \"agenda-group\"");
      assertNoRule(
          rule("activation-group \"a\"", SERVER, CONFIRM), "the attribute \"activation-group\"");
      assertNoRule(
          rule("ruleflow-group \"a\"", SERVER, CONFIRM), "the attribute \"ruleflow-group\"");
    }

    @Test
    void hasNoLock() {
      assertNoRule(rule("no-loop true", SERVER, CONFIRM), "the attribute \"no-loop\"");
      assertNoRule(
          rule("lock-on-active true", SERVER, CONFIRM), "the attribute \"lock-on-active\"");
    }

    @Test
    void hasNoClock() {
      assertNoRule(rule("timer( int: 5 )", SERVER, CONFIRM), "the attribute \"timer\"");
      assertNoRule(rule("duration 5", SERVER, CONFIRM), "the attribute \"duration\"");
      assertNoRule(
          rule("date-effective \"01-Jan-2026\"", SERVER, CONFIRM),
          "the attribute \"date-effective\"");
    }

    @Test
    void isNotSwitchedOff() {
      assertNoRule(rule("enabled false", SERVER, CONFIRM), "the attribute \"enabled\"");
    }

    @Test
    void hasNoDialect() {
      assertNoRule(rule("dialect \"java\"", SERVER, CONFIRM), "the attribute \"dialect\"");
    }

    @Test
    void hasNoAnnotation() {
      assertNoRule(rule("@Direct", SERVER, CONFIRM), "the annotation \"@Direct\"");
    }

    @Test
    void mayExtendAnotherOfItsFile() {
      assertDoesNotThrow(
          good()
                  .drl(
                      "tested",
                      rule("extends \"inconsistent\"", "Service( server == $server )", CONFIRM))
              ::compile);
    }

    @Test
    void extendsNothingThatIsNotThere() {
      assertFault(
          "pack/small/rules.drl:16: expected a rule of the same file that rule tested extends;"
              + " found \"inconsistant\"; did you mean \"inconsistent\"?",
          good().drl("tested", rule("extends \"inconsistant\"", SERVER, CONFIRM))::compile);
    }

    @Test
    void extendsNotItself() {
      assertFault(
          "pack/small/rules.drl:16: expected a rule of the same file that rule tested extends;"
              + " found \"tested\"; rules that extend each other in a circle have no beginning",
          good().drl("tested", rule("extends \"tested\"", SERVER, CONFIRM))::compile);
    }

    @Test
    void mayBeThereForOthersAlone() {
      assertDoesNotThrow(
          good()
                  .append("small/rules.drl", "\n// Why.\n" + beginning(SERVER))
                  .drl(
                      "tested",
                      rule("extends \"beginning\"", "Volume( server == $server )", CONFIRM))
              ::compile);
    }

    @Test
    void isThereForSomething() {
      assertFault(
          "pack/small/rules.drl:16: expected a consequence of rule beginning, or a rule that"
              + " extends it; found neither; call problem, confirm, satisfy, exclude, met, missing"
              + " or needed",
          good().append("small/rules.drl", "\n// Why.\n" + beginning(SERVER))::compile);
    }

    @Test
    void isHeldToItsFormWhereItStandsAndOnlyThere() {
      assertFault(
          "pack/small/rules.drl:18: expected a component of Service: server, name, present, state,"
              + " startType; found \"nam == \"VSS\"\"; rule beginning: did you mean \"name\"?",
          good()
                  .append(
                      "small/rules.drl",
                      "\n// Why.\n" + beginning("Service( nam == \"VSS\", $server : server )"))
                  .drl(
                      "tested",
                      rule("extends \"beginning\"", "Volume( server == $server )", CONFIRM))
              ::compile);
    }

    @Test
    void mayNegateWhatTheOneThatItExtendsCollects() {
      assertDoesNotThrow(
          good()
                  .append(
                      "small/rules.drl",
                      "\n// Why.\n"
                          + beginning("Collected( kind == FactKind.SERVICES, $server : server )"))
                  .drl(
                      "tested",
                      rule(
                          "extends \"beginning\"",
                          "not Service( server == $server, present == true )",
                          CONFIRM))
              ::compile);
    }

    private static String beginning(String patterns) {
      return rule("", patterns, "").replace("tested", "beginning");
    }

    @Test
    void isNoQuery() {
      assertFault(
          "pack/small/rules.drl:16: expected conditions and one consequence call; found a query;"
              + " rule tested",
          good().drl("tested", "query \"tested\"\n" + SERVER + "\nend\n")::compile);
    }

    @Test
    void hasAReasonInEveryLanguage() {
      assertFault(
          "pack/small/rules.drl:16: expected a reason sentence rules/tested; found none;"
              + " write it in pack/small/words.en.yaml",
          good()
                  .rule("tested", SERVER)
                  .replace("small/words.en.yaml", "  tested: \"It is so.\"\n", "")
              ::compile);
    }

    @Test
    void hasAReasonThatSaysSomething() {
      for (String nothing : List.of("\"\"", "[]", "~")) {
        assertFault(
            "pack/small/words.en.yaml:18:11, /rules/tested: expected a reason sentence"
                + " rules/tested; found none; write the sentence",
            good().rule("tested", SERVER).replace("small/words.en.yaml", "\"It is so.\"", nothing)
                ::compile);
      }
    }

    @Test
    void hasAReasonWithValuesThatItBinds() {
      assertFault(
          "pack/small/words.en.yaml:18:11, /rules/tested: expected a placeholder that"
              + " rule tested binds: server; found {sever}; did you mean \"server\"?",
          good()
                  .rule("tested", SERVER)
                  .replace("small/words.en.yaml", "It is so.", "It is so on {sever}")
              ::compile);
    }

    @Test
    void hasAReasonWithValuesWrittenInWaysThatAreKnown() {
      assertFault(
          "pack/small/words.en.yaml:18:11, /rules/tested: expected a way of writing out"
              + " of [bytes, duration, hours, number]; found \"byte\" in the reason of rule"
              + " tested; did you mean \"bytes\"?",
          good()
                  .rule("tested", "Volume( $free : freeBytes, $server : server )")
                  .replace("small/words.en.yaml", "It is so.", "{free:byte} free")
              ::compile);
    }

    @Test
    void isThereForEveryReason() {
      assertFault(
          "pack/small/words.en.yaml:18:17, /rules/inconsistant: expected a rule of the"
              + " topic; found rules/inconsistant; did you mean \"inconsistent\"?",
          good().reason("inconsistant", "It is so.")::compile);
    }
  }

  @Nested
  class AConsequence {

    @Test
    void isOneOfOurCalls() {
      assertDoesNotThrow(
          good()
                  .rule(
                      "tested",
                      "$problem : Problem( id == \"small/inconsistent\", $server : server )",
                      "missing( drools, \"small/let-vss-start\", $problem, \"VSS\" );")
              ::compile);
    }

    @Test
    void saysNothingTwice() {
      assertNoRule(
          rule("", SERVER, CONFIRM + "\n" + CONFIRM),
          "\"confirm\" beside \"confirm\" of the same small/let-vss-start");
    }

    @Test
    void saysNotTheOppositeToo() {
      assertNoRule(
          rule("", SERVER, CONFIRM + "\nsatisfy( \"small/let-vss-start\", $server );"),
          "\"satisfy\" beside \"confirm\" of the same small/let-vss-start");
    }

    @Test
    void isAsManyCallsAsThereIsToSay() {
      assertFine(
          SERVER,
          CONFIRM
              + "\nproblem( \"small/inconsistent\", $server );"
              + "\nsatisfy( \"small/check\", $server );");
    }

    @Test
    void needsNoFirstArgumentThatIsAlwaysTheSame() {
      assertFine(SERVER, "confirm( \"small/let-vss-start\", $server );");
      assertFine(SERVER, "confirm(\"small/let-vss-start\", $server); // then confirm( again");
    }

    @Test
    void changesNoFact() {
      for (String change :
          List.of("modify( $s ) { x() }", "update( $s );", "delete( $s );", "retract( $s );")) {
        assertNoConsequence(change);
      }
    }

    @Test
    void insertsNothingItself() {
      assertNoConsequence("insert( \"x\" );");
      assertNoConsequence("insertLogical( \"x\" );");
    }

    @Test
    void reachesNothingElse() {
      assertNoConsequence("System.out.println( $server );");
      assertNoConsequence("drools.halt();");
    }

    @Test
    void computesNothing() {
      for (String argument :
          List.of("$server + \"x\"", "$server.toUpperCase()", "System.getenv( \"A\" )", "null")) {
        assertNoConsequence("confirm( drools, \"small/let-vss-start\", " + argument + " );");
      }
    }

    @Test
    void isTheOnlyOne() {
      assertNoRule(
          rule("", SERVER, CONFIRM + "\nthen[ more ]\n" + CONFIRM), "a second consequence");
    }

    @Test
    void mayBeAProblemAndWhatThatSaysOfARemedy() {
      assertDoesNotThrow(
          good()
                  .rule(
                      "tested",
                      SERVER,
                      "problem( drools, \"small/inconsistent\", $server );\n" + CONFIRM)
              ::compile);
    }

    @Test
    void namesAProblemThatIsKnown() {
      assertFault(
          "pack/small/rules.drl:16: expected a problem of a topic.yaml, as topic/name; found"
              + " \"small/inconsistant\"; rule tested: did you mean \"small/inconsistent\"?",
          good().rule("tested", SERVER, "problem( drools, \"small/inconsistant\", $server );")
              ::compile);
    }

    @Test
    void namesARemedyThatIsKnown() {
      assertFault(
          "pack/small/rules.drl:16: expected a remedy of a topic.yaml, as topic/name; found"
              + " \"let-vss-start\"; rule tested: did you mean \"small/let-vss-start\"?",
          good().rule("tested", SERVER, "satisfy( drools, \"let-vss-start\", $server );")::compile);
    }

    @Test
    void namesNoServerItself() {
      assertFault(
          "pack/small/rules.drl:16: expected a server or a problem that a pattern binds; found"
              + " \"FS01\"; rule tested: a rule knows no server by name",
          good().rule("tested", SERVER, "confirm( drools, \"small/let-vss-start\", \"FS01\" );")
              ::compile);
    }

    @Test
    void handsOverWhatItsCallTakes() {
      List<String> faults =
          faults(
              good()
                      .rule(
                          "tested",
                          SERVER,
                          "confirm( drools, \"small/let-vss-start\", $server, \"x\" );")
                  ::compile);
      assertTrue(
          faults.get(0).startsWith("pack/small/rules.drl:16: expected rules that compile; found "),
          faults.get(0));
    }
  }

  @Nested
  class BetweenPatterns {

    private static void assertNone(String patterns, String inside) {
      assertNoRule(rule("", patterns, CONFIRM), inside);
    }

    @Test
    void standsNoOr() {
      assertNone(
          SERVER + " or Volume( $server : server )", "\"or\" between patterns; write two rules");
      assertNone(
          "( " + SERVER + " || Volume( $server : server ) )",
          "\"or\" between patterns; write two rules");
    }

    @Test
    void standsNoSignForAnd() {
      assertNone(
          SERVER + " && Volume( server == $server )",
          "\"&&\" between patterns; write one below the other");
    }

    @Test
    void aSignInACommentIsNone() {
      assertFine(SERVER + " // here && there\n Volume( server == $server )");
    }

    @Test
    void standsNoEval() {
      assertNone(SERVER + "\n eval( true )", "\"eval\" between patterns; write two rules");
    }

    @Test
    void standsNoForall() {
      assertNone(
          SERVER + "\n forall( Volume( present == true ) )",
          "\"forall\" between patterns; write two rules");
    }

    @Test
    void standsNoBranch() {
      assertNone(
          SERVER + "\n if ( name == \"VSS\" ) do[ more ]",
          "\"conditionalbranch\" between patterns; write two rules");
    }

    @Test
    void standsNoNotInsideExists() {
      assertNone(
          SERVER + "\n exists( Volume( server == $server ) and not Disk( server == $server ) )",
          "something other than one pattern under \"exists\"");
    }

    @Test
    void standsNoNotInsideNot() {
      assertNone(
          SERVER + "\n not( not Volume( server == $server ) )",
          "something other than one pattern under \"not\"");
    }

    @Test
    void standsNoNotInsideOr() {
      assertNone(
          SERVER + "\n ( not Volume( ) or not Disk( ) )",
          "\"or\" between patterns; write two rules");
    }

    @Test
    void nothingIsCountedOrDrawnFromElsewhere() {
      String found = "a pattern with \"from\" or \"accumulate\"";
      for (String pattern :
          List.of(
              "accumulate( Service( ); $count : count() )",
              "Number( ) from accumulate( Service( ), count() )",
              "java.util.List( ) from collect( Service( ) )",
              "Service( ) from $server",
              "Service( ) from entry-point \"x\"")) {
        List<String> faults = faults(good().rule("tested", SERVER + "\n" + pattern)::compile);
        assertTrue(faults.get(0).contains("; found " + found + "; rule tested"), faults.get(0));
      }
    }

    @Test
    void noWindowSlides() {
      assertNone(
          SERVER + " over window:length( 1 )",
          "a window over a pattern, which depends on the order of facts");
    }

    @Test
    void aPatternHasNoAnnotation() {
      assertNone(SERVER + " @watch( * )", "the annotation \"@watch\"");
    }
  }

  @Nested
  class APattern {

    @Test
    void isOverAKindOfFactThatIsKnown() {
      assertRefused(
          "Servise( $server : server )",
          "a kind of fact, Symptom, Problem, Server or Collected; found Servise; rule tested: did"
              + " you mean \"Service\"?");
    }

    @Test
    void isOverNoTypeOfJava() {
      assertRefused(
          "String( )\n" + SERVER,
          "a kind of fact, Symptom, Problem, Server or Collected; found String; rule tested");
    }

    @Test
    void isNotOverEvidenceWhichIsWeighedLater() {
      assertRefused(
          "Evidence( )\n" + SERVER,
          "a kind of fact, Symptom, Problem, Server or Collected; found Evidence; rule tested");
    }

    @Test
    void looksAtComponentsThatAreThere() {
      assertRefused(
          "Service( nam == \"VSS\", $server : server )",
          "a component of Service: server, name, present, state, startType; found \"nam =="
              + " \"VSS\"\"; rule tested: did you mean \"name\"?");
    }

    @Test
    void namesASymptomThatIsKnown() {
      assertRefused(
          "Symptom( id == \"small/inconsistant\", $server : server )",
          "the id of a symptom, as topic/name; found \"small/inconsistant\"; rule tested: did you"
              + " mean \"small/inconsistent\"?");
    }

    @Test
    void namesAProblemThatIsKnown() {
      assertRefused(
          "Problem( id in ( \"small/inconsistent\", \"other\" ), $server : server )",
          "the id of a problem, as topic/name; found \"other\"; rule tested");
    }

    @Test
    void spellsANameAsAllRulesDo() {
      assertFault(
          "pack/small/rules.drl:26: expected one spelling for a name in all rules:"
              + " \"VSS\"; found \"vss\"; rule second: write \"VSS\" here, or there as here",
          good()
                  .rule("first", SERVER)
                  .rule("second", "Service( name == \"vss\", $server : server )")
              ::compile);
    }
  }

  @Nested
  class ACondition {

    private static void assertNoCondition(String condition) {
      assertRefused(
          "Service( $server : server, " + condition + " )",
          "one comparison with constants or variables, one call or one binding between two commas;"
              + " found \""
              + condition
              + "\"; rule tested: write && as two conditions, || as two rules");
    }

    @Test
    void isNotSeveral() {
      assertNoCondition("name == \"VSS\" && present == true");
      assertNoCondition("name == \"VSS\" || present == true");
      assertNoCondition("name == \"VSS\" || == \"BITS\"");
      assertNoCondition("(name == \"VSS\")");
    }

    @Test
    void isNoPatternOfLetters() {
      assertNoCondition("name matches \"V.*\"");
      assertNoCondition("name not matches \"V.*\"");
      assertNoCondition("name soundslike \"vs\"");
      assertNoCondition("name str[startsWith] \"V\"");
    }

    @Test
    void computesNothing() {
      assertNoCondition("name == $server + \"x\"");
      assertNoCondition("name == java.time.Instant.now().toString()");
      assertNoCondition("startType.name() == \"DISABLED\"");
      assertNoCondition("name.trim().equals(\"VSS\")");
      assertNoCondition("!present");
      assertNoCondition("present");
    }

    @Test
    void comparesNoPropertyOfAProperty() {
      assertRefused(
          "Service( name == this.server, $server : server )",
          "a text in quotes for name; found \"name == this.server\"; rule tested: what is compared"
              + " with a constant of another type compiles and never matches");
    }

    @Test
    void isNotTheFactItself() {
      assertRefused(
          "Service( this != null, $server : server )",
          "a component of Service: server, name, present, state, startType; found \"this !="
              + " null\"; rule tested");
    }

    @Test
    void isNoEval() {
      assertRefused(
          "Service( eval(true), $server : server )",
          "a condition that Service has; found \"eval(true)\"; rule tested");
    }

    @Test
    void isNoPlaceInAList() {
      assertEquals(
          "pack/small/rules.drl:18: expected one comparison with constants or variables, one call"
              + " or one binding between two commas; found \"\"FS01\"\"; rule tested: write && as"
              + " two conditions, || as two rules",
          faults(good().rule("tested", "Service( \"FS01\"; $server : server )")::compile).get(0));
    }

    @Test
    void comparesAConstantWithItsOwnKind() {
      assertRefused(
          "Service( startType == \"disabled\", $server : server )",
          "StartType.DISABLED; found \"startType == \"disabled\"\"; rule tested: what is compared"
              + " with a constant of another type compiles and never matches");
      assertRefused(
          "Service( startType in ( StartType.MANUAL, \"x\" ), $server : server )",
          "StartType.AUTOMATIC or MANUAL or DISABLED; found \"startType in ("
              + " StartType.MANUAL, \"x\" )\"; rule tested: what is compared with a constant of"
              + " another type compiles and never matches");
      assertRefused(
          "Service( startType == ServiceState.STOPPED, $server : server )",
          "StartType.AUTOMATIC or MANUAL or DISABLED; found \"startType =="
              + " ServiceState.STOPPED\"; rule tested: what is compared with a constant of another"
              + " type compiles and never matches");
      assertRefused(
          "Service( startType == StartType.DISABELD, $server : server )",
          "StartType.DISABLED; found \"startType == StartType.DISABELD\"; rule tested: what is"
              + " compared with a constant of another type compiles and never matches");
    }

    @Test
    void comparesATextWithATextANumberWithANumberAndAFlagWithAFlag() {
      String never =
          "rule tested: what is compared with a constant of another type compiles and"
              + " never matches";
      assertRefused(
          "Service( name == 5, $server : server )",
          "a text in quotes for name; found \"name == 5\"; " + never);
      assertRefused(
          "Volume( freeBytes < \"5\", $server : server )",
          "a Long for freeBytes; found \"freeBytes < \"5\"\"; " + never);
      assertRefused(
          "Service( present == \"true\", $server : server )",
          "a boolean for present; found \"present == \"true\"\"; " + never);
      assertRefused(
          "Software( version < \"2.0\", $server : server )",
          "a Version for version; found \"version < \"2.0\"\"; " + never);
    }

    @Test
    void comparesANameAsAWholeSinceOnlyThatIsDoneWithoutCase() {
      for (String condition :
          List.of("name contains \"SQL\"", "name > \"SQL\"", "name.startsWith(\"SQL\")")) {
        assertRefused(
            "Service( " + condition + ", $server : server )",
            "a name compared as a whole: ==, !=, in, not in; found \""
                + condition
                + "\"; rule tested: names count without case, which nothing else compares");
      }
    }

    @Test
    void asksWhatTheFactCanAnswer() {
      assertFine("Volume( freeBelow( 5 ), $server : server )");
      assertRefused(
          "Volume( freeUnder( 5 ), $server : server )",
          "a condition that Volume has; found \"freeUnder( 5 )\"; rule tested");
      assertRefused(
          "Volume( freePercent(), $server : server )",
          "a condition that Volume has; found \"freePercent()\"; rule tested");
    }

    @Test
    void asksWhatTheComponentCanAnswer() {
      assertFine("Software( version != null, version.isBelow(\"2.0\"), $server : server )");
      assertRefused(
          "Software( version != null, version.isUnder(\"2.0\"), $server : server )",
          "a question that version answers with yes or no; found \"version.isUnder(\"2.0\")\"; rule"
              + " tested");
    }

    @Test
    void canHaveAnyLetterInItsText() {
      assertFine("Service( name == \"A && B || ( matches, 'it' )\", $server : server )");
    }
  }

  @Nested
  class ANegation {

    private static final String COLLECTED =
        "Collected( kind == FactKind.SERVICES, $server : server )\n";

    private static void assertNeedsCollected(String patterns, int line) {
      assertFault(
          "pack/small/rules.drl:"
              + line
              + ": expected Collected( server == …, kind == FactKind.SERVICES ) of the same server"
              + " beside \"not Service\"; found none; rule tested: what nobody looked for is"
              + " unknown, not absent",
          good().rule("tested", patterns)::compile);
    }

    @Test
    void standsBesideTheCollectionOfItsKind() {
      assertFine(COLLECTED + "not Service( server == $server, name == \"VSS\", present == true )");
      assertFine(
          """
          Server( $server : name )
          Collected( server == $server, kind == FactKind.SERVICES )
          not Service( server == $server, name == "VSS", present == true )
          """);
    }

    @Test
    void isNotOverASymptom() {
      assertFault(
          "pack/small/rules.drl:19: expected \"not\" over an observed fact; found \"not\" over"
              + " Symptom; rule tested: what is derived may still come; rules never conclude from"
              + " its absence",
          good()
                  .rule(
                      "tested",
                      COLLECTED + "not Symptom( id == \"small/inconsistent\", server == $server )")
              ::compile);
    }

    @Test
    void isNotOverAProblem() {
      assertFault(
          "pack/small/rules.drl:19: expected \"not\" over an observed fact; found \"not\" over"
              + " Problem; rule tested: what is derived may still come; rules never conclude from"
              + " its absence",
          good()
                  .rule(
                      "tested",
                      COLLECTED + "not Problem( id == \"small/inconsistent\", server == $server )")
              ::compile);
    }

    @Test
    void isNotOverWhatWasCollected() {
      assertEquals(
          "pack/small/rules.drl:19: expected \"not\" over an observed fact; found \"not\" over"
              + " Collected; rule tested: what is derived may still come; rules never conclude from"
              + " its absence",
          faults(
                  good()
                          .rule(
                              "tested",
                              COLLECTED
                                  + "not Collected( server == $server, kind == FactKind.DISKS )")
                      ::compile)
              .get(0));
    }

    @Test
    void isNotWithoutACollection() {
      assertNeedsCollected(
          "Server( $server : name )\nnot Service( server == $server, name == \"VSS\", present == true )",
          19);
    }

    @Test
    void isNotBesideTheCollectionOfAnotherKind() {
      assertNeedsCollected(
          "Collected( kind == FactKind.DISKS, $server : server )\n"
              + "not Service( server == $server, name == \"VSS\", present == true )",
          19);
      assertNeedsCollected(
          "Collected( kind != FactKind.SERVICES, $server : server )\n"
              + "not Service( server == $server, name == \"VSS\", present == true )",
          19);
    }

    @Test
    void isNotBesideTheCollectionOfAnotherServer() {
      assertNeedsCollected(
          COLLECTED
              + "Server( $other : name )\nnot Service( server == $other, name == \"VSS\", present == true )",
          20);
      assertNeedsCollected(
          """
          Server( $server : name )
          Collected( server != $server, kind == FactKind.SERVICES )
          not Service( server == $server, name == "VSS", present == true )
          """,
          20);
    }

    @Test
    void isNotOfAnyServer() {
      assertNeedsCollected(COLLECTED + "not Service( name == \"VSS\", present == true )", 19);
      assertNeedsCollected(
          COLLECTED + "not Service( $other : server, name == \"VSS\", present == true )", 19);
    }

    @Test
    void isNotOverWhatMayBeUnknown() {
      assertFault(
          "pack/small/rules.drl:19: expected only names and \"present\" under \"not\"; found"
              + " \"startType == StartType.MANUAL\"; rule tested: where startType is unknown, the"
              + " rule would conclude from that",
          good()
                  .rule(
                      "tested",
                      COLLECTED
                          + "not Service( server == $server, startType == StartType.MANUAL, present == true )")
              ::compile);
    }

    @Test
    void isNotOverASetThatMayBeUnknown() {
      assertFault(
          "pack/small/rules.drl:19: expected only names and \"present\" under \"not\"; found"
              + " \"purposes contains VolumePurpose.SCRATCH\"; rule tested: where purposes is"
              + " unknown, the rule would conclude from that",
          good()
                  .rule(
                      "tested",
                      "Collected( kind == FactKind.VOLUMES, $server : server )\n"
                          + "not Volume( server == $server, purposes contains"
                          + " VolumePurpose.SCRATCH )")
              ::compile);
    }

    @Test
    void isNotOverACallThatMayHideAnUnknown() {
      assertFault(
          "pack/small/rules.drl:19: expected only names and \"present\" under \"not\"; found"
              + " \"freeBelow( 5 )\"; rule tested: ask it of a fact that the rule matches",
          good()
                  .rule(
                      "tested",
                      "Collected( kind == FactKind.VOLUMES, $server : server )\n"
                          + "not Volume( server == $server, freeBelow( 5 ) )")
              ::compile);
    }

    @Test
    void mayBeOverAnyEndingOfAName() {
      assertFine(
          COLLECTED + "not Service( server == $server, named( \"SQLAgent$*\" ), present == true )");
    }
  }

  @Nested
  class KnowledgeAndRules {

    @Test
    void everyProblemIsDerivedBySomething() {
      List<String> faults =
          faults(
              good()
                      .replace(
                          "small/rules.drl",
                          "problem( drools, \"small/inconsistent\", $server, $dataSource )",
                          "confirm( drools, \"small/let-vss-start\", $server )")
                  ::compile);
      assertEquals(
          List.of(
              "pack/small/topic.yaml:11:3, /problems/inconsistent: expected a rule that"
                  + " derives the problem small/inconsistent; found none; name the symptoms that"
                  + " are it under symptoms:, or derive it in"
                  + " pack/small/rules.drl: problem( \"small/inconsistent\", … );"),
          faults);
    }

    @Test
    void everySymptomIsLookedAt() {
      assertFault(
          "pack/small/topic.yaml:4:3, /symptoms/inconsistent: expected a rule that looks"
              + " at the symptom small/inconsistent; found none; name it"
              + " under symptoms: of the problem that it is, or ask for it in"
              + " pack/small/rules.drl: Symptom( id == \"small/inconsistent\", … )",
          good()
                  .replace(
                      "small/rules.drl",
                      "Symptom( id == \"small/inconsistent\", $server : server, $dataSource :"
                          + " dataSource )",
                      "Service( $server : server, $dataSource : name )")
              ::compile);
    }
  }

  /** What can break something is not confirmed by a fact that could be there for another reason. */
  @Nested
  class ARiskyRemedy {

    private static final String STOPPED =
        "Service( name == \"VSS\", state == ServiceState.STOPPED, $server : server )";

    private static SmallPack risky() {
      return good().replace("small/topic.yaml", "risk: reversible", "risk: disruptive");
    }

    @Test
    void needsARuleThatSaysWhenItIsNotToBeDone() {
      assertTrue(
          faults(risky().rule("tested", STOPPED)::compile).stream()
              .anyMatch(
                  fault ->
                      fault.contains(
                          "expected a rule that excludes or satisfies small/let-vss-start, since"
                              + " facts confirm it and it can break something; found none; rule"
                              + " tested")));
    }

    @Test
    void isGuardedByARuleThatExcludesIt() {
      assertDoesNotThrow(
          risky()
                  .rule("tested", STOPPED)
                  .rule(
                      "guard",
                      "Service( name == \"VSS\", state == ServiceState.RUNNING, $server : server )",
                      "exclude( drools, \"small/let-vss-start\", $server );")
              ::compile);
    }

    @Test
    void needsNoneWhereASymptomAloneConfirmsIt() {
      assertDoesNotThrow(
          risky().rule("tested", "Symptom( id == \"small/inconsistent\", $server : server )")
              ::compile);
    }
  }
}
