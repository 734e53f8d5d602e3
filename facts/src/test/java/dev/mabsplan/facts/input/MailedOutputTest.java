package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.VssWriter;
import dev.mabsplan.facts.VssWriterState;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What came through mail, a web page or Markdown says the same as what was printed. */
class MailedOutputTest {

  private static final List<String> PRINTED =
      List.of(
          "vssadmin-list-writers/failed.txt",
          "vssadmin-list-writers/swedish.txt",
          "vssadmin-list-shadowstorage/english.txt",
          "vssadmin-list-shadowstorage/swedish.txt",
          "fltmc-filters/filters.txt",
          "errlog/MSDPMCurr.errlog",
          "errlog/CBEngineCurr.errlog",
          "sc/query.txt",
          "sc/qc.txt",
          "sc/queryex.txt",
          "reg-query/english.txt",
          "w32tm/english.txt",
          "sqlcmd/not-member.txt",
          "events/wevtutil.txt",
          "events/copied-sv.txt");

  private static final Map<String, UnaryOperator<String>> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("an empty line behind each", text -> text.replace("\n", "\n\n"));
    WAYS.put(
        "an empty line between each",
        text -> text.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n\n")));
    WAYS.put("quoted", text -> eachLine(text, line -> "> " + line));
    WAYS.put("quoted twice", text -> eachLine(text, line -> (">> " + line).replace(">>", "> >")));
    WAYS.put("hard blanks", text -> text.replace(' ', '\u00A0'));
    WAYS.put("entities", text -> text.replace("  ", "&nbsp;&nbsp;").replace(">", "&gt;"));
    WAYS.put("line breaks of HTML", text -> eachLine(text, line -> line + "<br>"));
    WAYS.put("line breaks of Markdown", text -> eachLine(text, line -> line + "  "));
    WAYS.put("a fence of Markdown", text -> "```text\n" + text + "\n```\n");
    WAYS.put("escapes of Markdown", text -> text.replace("[", "\\[").replace("]", "\\]"));
    WAYS.put("blanks for tabs", text -> text.replaceAll("\t+", " "));
    WAYS.put("one blank for several", text -> text.replaceAll("[ \t]+", " "));
    WAYS.put(
        "blanks at the left gone",
        text -> eachLine(text, line -> line.strip().replaceAll("[ \t]+", " ")));
  }

  private static String eachLine(String text, UnaryOperator<String> of) {
    return text.lines().map(of).collect(Collectors.joining("\n")) + "\n";
  }

  @TestFactory
  Stream<DynamicTest> whateverWayItCameItSaysTheSame() {
    return PRINTED.stream()
        .flatMap(
            sample ->
                WAYS.entrySet().stream()
                    .map(
                        way ->
                            dynamicTest(
                                sample + ": " + way.getKey(), () -> same(sample, way.getValue()))));
  }

  private static void same(String sample, UnaryOperator<String> way) {
    TextFile file = Sample.file(sample);
    assertEquals(said(file), said(new TextFile(file.name(), way.apply(file.text()))));
  }

  private static String said(TextFile file) {
    List<String> said = new ArrayList<>();
    for (NativeOutput output : NativeOutput.of(file)) {
      said.add(output.format());
      output.collected().forEach(kind -> said.add("all " + kind));
      output.facts().forEach(fact -> said.add(fact.of().apply("FS01").toString()));
      output.errors().forEach(error -> said.add(oneLine(error.error().toString())));
      output.remarks().stream()
          .filter(remark -> remark.kind() == Remark.Kind.UNUSED)
          .forEach(remark -> said.add(remark.text()));
    }
    return String.join("\n", said);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void aLineKeepsItsNumber() {
    String apart =
        """

        SERVICE_NAME: VSS

          TYPE : 10  WIN32_OWN_PROCESS

          STATE : 1  STOPPED

        SERVICE_NAME: SQLWriter

          TYPE : 10  WIN32_OWN_PROCESS

          STATE : 4  RUNNING
        """;
    List<Notes.NotedFact> facts = NativeOutput.of(new TextFile("x", apart)).get(0).facts();
    assertEquals(List.of(2, 8), facts.stream().map(fact -> fact.source().line()).toList());
  }

  @Test
  void anEmptyLineBehindEachLineOfAMailIsNoneOfTheOutputInIt() {
    assertEquals(
        List.of(VssWriter.of("MABS01", "SqlServerWriter").withState(VssWriterState.FAILED)),
        facts(
            "Hello,",
            "this is what it prints:",
            "",
            "Writer name: 'SqlServerWriter'",
            "",
            "   State: [8] Failed",
            "",
            "   Last error: Non-retryable error"));
  }

  @Test
  void aQuotedWriterOfMarkdownHasItsState() {
    assertEquals(
        List.of(VssWriter.of("MABS01", "NTDS").withState(VssWriterState.FAILED)),
        facts(
            "> Writer name: 'NTDS'  ",
            "> &nbsp;&nbsp;Writer Id: {b2014c9e-8711-4c5c-a5a9-3cf384484757}  ",
            "> &nbsp;&nbsp;State: \\[11\\] Failed  ",
            "> &nbsp;&nbsp;Last error: Non-retryable error  "));
  }

  @Test
  void aWriterWhoseStateCantBeReadIsNoGoodOne() {
    assertEquals(
        List.of("the writer \"NTDS\" is cut off: expected its state, such as [1]"),
        remarks(
            "Writer name: 'NTDS'",
            "   Writer Id: {b2014c9e-8711-4c5c-a5a9-3cf384484757}",
            "   State: (11) Failed"));
  }

  private static List<Fact> facts(String... lines) {
    return NativeOutput.of(new TextFile("x", String.join("\n", lines))).stream()
        .flatMap(output -> output.facts().stream())
        .map(fact -> fact.of().apply("MABS01"))
        .toList();
  }

  private static List<String> remarks(String... lines) {
    return NativeOutput.of(new TextFile("x", String.join("\n", lines))).stream()
        .flatMap(output -> output.remarks().stream())
        .map(Remark::text)
        .toList();
  }
}
