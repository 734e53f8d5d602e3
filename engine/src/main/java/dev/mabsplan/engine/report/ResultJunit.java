package dev.mabsplan.engine.report;

import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes how scenarios came out as JUnit XML, which build servers read: a suite a topic. */
public final class ResultJunit {

  private static final int WIDTH = 100;

  private final XMLStreamWriter xml;

  private final String command;

  private ResultJunit(XMLStreamWriter xml, String command) {
    this.xml = xml;
    this.command = command;
  }

  /**
   * Returns the document.
   *
   * @param command the command that runs the same scenarios again, such as {@code mabsplan test}
   */
  public static String write(List<Result> results, String command) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new ResultJunit(xml, command).document(results);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can't be written to memory", e);
    }
    return text.toString();
  }

  private void document(List<Result> results) throws XMLStreamException {
    Map<String, List<Result>> suites = new TreeMap<>();
    results.forEach(
        result ->
            suites
                .computeIfAbsent(
                    result.topic().isEmpty() ? "scenarios" : result.topic(),
                    topic -> new ArrayList<>())
                .add(result));
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    counts(results);
    for (Map.Entry<String, List<Result>> suite : suites.entrySet()) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", clean(suite.getKey()));
      counts(suite.getValue());
      for (Result result : suite.getValue()) {
        testCase(suite.getKey(), result);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private void counts(List<Result> results) throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(results.size()));
    xml.writeAttribute("failures", count(results, Outcome.FAILED));
    xml.writeAttribute("errors", count(results, Outcome.BROKEN));
  }

  private static String count(List<Result> results, Outcome outcome) {
    return String.valueOf(results.stream().filter(r -> r.outcome() == outcome).count());
  }

  private void testCase(String suite, Result result) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", clean(suite));
    xml.writeAttribute("name", clean(result.name()));
    xml.writeAttribute("file", clean(result.source().file()));
    xml.writeAttribute("line", String.valueOf(Math.max(1, result.source().line())));
    if (result.outcome() != Outcome.PASSED) {
      boolean failed = result.outcome() == Outcome.FAILED;
      xml.writeCharacters("\n      ");
      xml.writeStartElement(failed ? "failure" : "error");
      xml.writeAttribute("message", clean(failed ? whatDiffers(result) : faults(result)));
      xml.writeCharacters(clean(ResultText.write(result, WIDTH, false, command)));
      xml.writeEndElement();
      xml.writeCharacters("\n    ");
    }
    xml.writeEndElement();
  }

  private static String whatDiffers(Result result) {
    return result.differences().stream()
        .map(difference -> difference.what())
        .collect(Collectors.joining("; "));
  }

  private static String faults(Result result) {
    return result.faults().stream().map(fault -> fault.message()).collect(Collectors.joining("; "));
  }

  /** XML has no way to write most control characters. */
  private static String clean(String text) {
    return text.lines().map(Printable::of).collect(Collectors.joining("\n"));
  }
}
