package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.LineIndex;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.windows.event.WindowsEvent.Severity;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Events as XML, of {@code wevtutil.exe} or the Event Viewer. Each event is parsed by itself:
 * {@code wevtutil.exe} writes many roots, and one that is damaged shall hide no other.
 */
final class EventXml implements NativeFormat {

  private static final String BEGIN = "<Event";
  private static final String END = "</Event>";
  private static final int HEAD = 4000;

  /** What may stand around events; what else does is noted. */
  private static final Set<String> AROUND = Set.of("<?xml", "<Events", "</Events", "<!--", "-");

  private static final String DAMAGED = "an event cut off or no well-formed XML";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern HRESULT = Pattern.compile("0x[89a-fA-F][0-9a-fA-F]{7}");
  private static final Pattern NAME_OF_CODE =
      Pattern.compile("(?i)\\w{0,60}(?:HRESULT|ErrorCode|HR)");
  private static final Pattern NAME_OF_MESSAGE =
      Pattern.compile("(?i)\\w{0,60}(?:Message|Description|ErrorText)");

  /** Fields that DPM puts behind its message, as XML within the XML. */
  private static final Pattern DETAILS =
      Pattern.compile("(?:\\s{0,9}Problem Details:)?\\s{0,9}<\\w{1,60}>\\s{0,9}<__System>");

  @Override
  public String name() {
    return "event log as XML";
  }

  @Override
  public boolean fits(TextFile file) {
    String text = file.text();
    String head = text.substring(0, Math.min(text.length(), HEAD)).stripLeading();
    if (!(head.startsWith("<") || head.startsWith("- <"))) {
      return false;
    }
    int begin = begin(head, 0);
    return begin >= 0
        && head.indexOf("<System", begin) >= 0
        && (head.contains("/win/2004/08/events/event") || head.contains("<Provider "));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    String text = file.text();
    LineIndex lines = new LineIndex(file);
    int begin = begin(text, 0);
    int doctype = text.indexOf("<!DOCTYPE");
    if (doctype >= 0 && (begin < 0 || doctype < begin)) {
      notes.unread(
          lines.source(doctype), "XML with a DOCTYPE, which no event log has: nothing was read");
      return;
    }
    WindowsEvents events = new WindowsEvents(notes);
    CountedRemarks remarks = new CountedRemarks();
    around(text, 0, begin < 0 ? text.length() : begin, lines, remarks);
    int end = text.indexOf(END);
    while (begin >= 0) {
      int next = begin(text, begin + BEGIN.length());
      int limit = next < 0 ? text.length() : next;
      if (end >= 0 && end < begin) {
        end = text.indexOf(END, begin);
      }
      Source source = lines.source(begin);
      if (end < 0 || end >= limit) {
        remarks.unread(source, DAMAGED);
      } else {
        int after = end + END.length();
        event(text.substring(begin, after), source)
            .ifPresentOrElse(events::add, () -> remarks.unread(source, DAMAGED));
        around(text, after, limit, lines, remarks);
      }
      begin = next;
    }
    remarks.into(notes);
    events.finish();
  }

  private static int begin(String text, int from) {
    int begin = text.indexOf(BEGIN, from);
    while (begin >= 0) {
      int after = begin + BEGIN.length();
      if (after < text.length()
          && (text.charAt(after) == '>' || Character.isWhitespace(text.charAt(after)))) {
        return begin;
      }
      begin = text.indexOf(BEGIN, after);
    }
    return -1;
  }

  private static void around(
      String text, int from, int to, LineIndex lines, CountedRemarks remarks) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int at = start;
    if (start < to && AROUND.stream().noneMatch(known -> text.startsWith(known, at))) {
      remarks.unread(lines.source(start), "text beside the events that is no event");
    }
  }

  /** Returns an event, or nothing where the XML is damaged. */
  static Optional<WindowsEvent> event(String xml, Source source) {
    try {
      return Optional.of(new Parsing(source).event(xml));
    } catch (XMLStreamException e) {
      // the parser's words quote the file, in the language of this machine
      return Optional.empty();
    }
  }

  /** The reading of one event. */
  private static final class Parsing {
    private final Source source;
    private final List<String> messages = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<String> rendered = Optional.empty();
    private Optional<String> log = Optional.empty();
    private Optional<String> provider = Optional.empty();
    private Optional<Integer> id = Optional.empty();
    private Optional<String> computer = Optional.empty();
    private Optional<Instant> time = Optional.empty();
    private Optional<String> code = Optional.empty();
    private Severity severity = Severity.UNKNOWN;
    private boolean system;
    private boolean rendering;
    private @Nullable String dataName;

    Parsing(Source source) {
      this.source = source;
    }

    WindowsEvent event(String xml) throws XMLStreamException {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
      try {
        while (reader.hasNext()) {
          switch (reader.next()) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                text.append(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new XMLStreamException("no entity is known");
            default -> {}
          }
        }
      } finally {
        reader.close();
      }
      Optional<String> said =
          messages.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", messages));
      return new WindowsEvent(
          log,
          provider,
          id,
          severity,
          computer,
          time,
          Optional.empty(),
          rendered
              .or(() -> said)
              .or(this::ofWatcher)
              .map(Parsing::withoutDetails)
              .filter(words -> !words.isBlank()),
          code,
          source);
    }

    /** What a watcher of services and programs gives has names that tell nothing. */
    private Optional<String> ofWatcher() {
      return provider.filter(Watched::isWatcher).isPresent() && !data.isEmpty()
          ? Optional.of(String.join("\n", data))
          : Optional.empty();
    }

    private void begin(XMLStreamReader reader) {
      text.setLength(0);
      switch (reader.getLocalName()) {
        case "System" -> system = true;
        case "RenderingInfo" -> rendering = true;
        case "Provider" -> {
          if (system) {
            provider = attribute(reader, "Name").or(() -> attribute(reader, "EventSourceName"));
          }
        }
        case "TimeCreated" -> time = attribute(reader, "SystemTime").flatMap(Parsing::instant);
        case "Data" -> dataName = reader.getAttributeValue(null, "Name");
        default -> {}
      }
    }

    private void end(String element) {
      String value = text.toString().strip();
      text.setLength(0);
      switch (element) {
        case "System" -> system = false;
        case "RenderingInfo" -> rendering = false;
        case "Message" -> {
          if (rendering && !value.isEmpty()) {
            rendered = Optional.of(value);
          }
        }
        case "Data" -> data(value);
        default -> {
          if (system) {
            ofSystem(element, value);
          }
        }
      }
    }

    private void ofSystem(String element, String value) {
      switch (element) {
        case "EventID" -> id = number(value);
        case "Level" -> severity = Levels.severity(value);
        case "Channel" -> log = present(value);
        case "Computer" -> computer = present(value);
        default -> {}
      }
    }

    private void data(String value) {
      String name = dataName;
      if (value.isEmpty()) {
        return;
      }
      data.add(value);
      if (name == null || NAME_OF_MESSAGE.matcher(name).matches()) {
        messages.add(value);
      } else if (code.isEmpty()
          && NAME_OF_CODE.matcher(name).matches()
          && HRESULT.matcher(value).matches()) {
        code = Optional.of(value);
      }
    }

    private static String withoutDetails(String message) {
      Matcher details = DETAILS.matcher(message);
      return details.find() ? message.substring(0, details.start()).strip() : message;
    }

    private static Optional<String> attribute(XMLStreamReader reader, String name) {
      String value = reader.getAttributeValue(null, name);
      return value == null ? Optional.empty() : present(value);
    }

    private static Optional<String> present(String value) {
      return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    private static Optional<Integer> number(String value) {
      return NUMBER.matcher(value).matches()
          ? Optional.of(Integer.valueOf(value))
          : Optional.empty();
    }

    private static Optional<Instant> instant(String time) {
      try {
        return Optional.of(Instant.parse(time));
      } catch (DateTimeException e) {
        // without a zone it is unknown
        return Optional.empty();
      }
    }

    private static XMLInputFactory factory() {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setXMLResolver(
          (publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the file is read");
          });
      return factory;
    }
  }
}
