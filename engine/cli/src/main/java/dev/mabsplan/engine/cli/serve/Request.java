package dev.mabsplan.engine.cli.serve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is asked. */
final class Request {

  private final String path;
  private final Map<String, String> query;
  private final String accept;
  private final byte[] body;

  /**
   * Makes a request.
   *
   * @param path the path
   * @param query the parameters, by name
   * @param accept what kind of answer is wanted
   * @param body what came with it; not copied
   */
  Request(String path, Map<String, String> query, String accept, byte[] body) {
    this.path = path;
    this.query = Map.copyOf(query);
    this.accept = accept;
    this.body = body;
  }

  /** Returns the parameters of a query; of two with one name, the first. */
  static Map<String, String> query(Optional<String> raw) {
    Map<String, String> query = new HashMap<>();
    for (String part : raw.orElse("").split("&", -1)) {
      int sign = part.indexOf('=');
      if (sign > 0) {
        query.putIfAbsent(decoded(part.substring(0, sign)), decoded(part.substring(sign + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, "Not a query", "a % in a query is followed by two hex digits");
    }
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** Returns how many bytes of the body are what a parameter is about; nothing of it without. */
  int length(String name) {
    int length =
        parameter(name)
            .map(text -> text.matches("\\d{1,8}") ? Integer.parseInt(text) : -1)
            .orElse(0);
    if (length < 0 || length > body.length) {
      throw new Refused(400, "Not so long", name + " is how many bytes of what is sent are that");
    }
    return length;
  }

  String path() {
    return path;
  }

  String accept() {
    return accept;
  }

  byte[] body() {
    return body;
  }
}
