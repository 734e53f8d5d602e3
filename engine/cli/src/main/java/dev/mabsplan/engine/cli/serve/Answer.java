package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.facts.tree.JsonObject;
import java.util.List;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param policy what a browser may do with it
 * @param body the document
 */
record Answer(int status, String type, String policy, String body) {

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  static Answer json(String body) {
    return new Answer(200, "application/json; charset=utf-8", NOTHING, body);
  }

  static Answer text(String body) {
    return new Answer(200, "text/plain; charset=utf-8", NOTHING, body);
  }

  static Answer page(String policy, String body) {
    return new Answer(200, "text/html; charset=utf-8", policy, body);
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
    return new Answer(status, "application/problem+json", NOTHING, body);
  }
}
