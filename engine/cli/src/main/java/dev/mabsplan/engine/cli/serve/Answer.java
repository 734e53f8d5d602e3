package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.facts.tree.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param policy what a browser may do with it
 * @param body the document
 * @param headers what else is said of it, by the names of headers
 */
record Answer(int status, String type, String policy, String body, Map<String, String> headers) {

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer json(String body) {
    return document("application/json", body);
  }

  static Answer text(String body) {
    return document("text/plain", body);
  }

  /** Returns a document in UTF-8 with which a browser may do nothing. */
  static Answer document(String type, String body) {
    return new Answer(200, type + "; charset=utf-8", NOTHING, body, Map.of());
  }

  static Answer page(String policy, String body) {
    return new Answer(200, "text/html; charset=utf-8", policy, body, Map.of());
  }

  /** Returns the same, with something said of it besides. */
  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, policy, body, more);
  }

  /** Returns the same below some lines, for whoever takes them apart. */
  Answer below(List<String> lines) {
    String above = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    return new Answer(status, "application/octet-stream", policy, above + body, headers)
        .with(AnswerHeaders.REMARKS_ABOVE, String.valueOf(lines.size()));
  }

  /** Returns a problem document (RFC 9457). */
  static Answer problem(int status, String title, String detail, List<String> faults) {
    String body =
        new JsonObject()
            .text("type", "about:blank")
            .text("title", title)
            .number("status", status)
            .text("detail", detail)
            .texts("faults", faults)
            .indented();
    return new Answer(status, "application/problem+json", NOTHING, body, Map.of());
  }
}
