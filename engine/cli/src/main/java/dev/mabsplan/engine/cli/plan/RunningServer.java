package dev.mabsplan.engine.cli.plan;

import dev.mabsplan.engine.cli.serve.AnswerHeaders;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@code mabsplan serve} of this machine, which has its rules at hand: what asks it loads none,
 * so that a loop in a shell waits for one start instead of many.
 */
final class RunningServer {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int CONNECTING_MILLIS = 2_000;

  /** Longer than the server takes for a plan before it gives up. */
  private static final int ANSWERING_MILLIS = 40_000;

  private static final int UNAUTHORIZED = 401;
  private static final int FIRST_REFUSAL = 400;
  private static final int FAULT_OF_OURS = 500;

  private final URI origin;
  private final String token;

  private RunningServer(URI origin, String token) {
    this.origin = origin;
    this.token = token;
  }

  /** Returns the server whose address {@code mabsplan serve} printed. */
  static RunningServer at(String address) {
    try {
      URI uri = new URI(address.strip());
      boolean here =
          "http".equals(uri.getScheme())
              && uri.getHost() != null
              && THIS_MACHINE.contains(uri.getHost())
              && uri.getUserInfo() == null
              && uri.getPort() > 0;
      String token = uri.getFragment();
      if (here && token != null && token.matches("[0-9a-zA-Z]+")) {
        return new RunningServer(
            URI.create("http://" + uri.getHost() + ":" + uri.getPort()), token);
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new InputException(
        "--serve takes the address that mabsplan serve printed, of this machine and with what"
            + " stands behind #, such as http://127.0.0.1:8765/#TOKEN; found \""
            + address.replaceFirst("#.*", "#…")
            + "\"");
  }

  /**
   * What the server answered.
   *
   * @param document the plan
   * @param standing what is to be done by it, in the word of the server
   */
  record Answered(String document, String standing) {}

  /**
   * Asks for a plan.
   *
   * @param query what is said of it
   * @param handed what is planned for
   * @param err takes what was not understood of it
   */
  Answered plan(Map<String, String> query, byte[] handed, PrintStream err) {
    HttpURLConnection connection = connection(query);
    try {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(handed);
      }
      int status = connection.getResponseCode();
      checkVersion(connection.getHeaderField(AnswerHeaders.VERSION));
      if (status >= FIRST_REFUSAL) {
        throw refused(status, text(connection.getErrorStream()), err);
      }
      return new Answered(
          document(
              text(connection.getInputStream()),
              connection.getHeaderFieldInt(AnswerHeaders.REMARKS_ABOVE, 0),
              err),
          String.valueOf(connection.getHeaderField(AnswerHeaders.STANDING)));
    } catch (ConnectException e) {
      throw new InputException(
          "nothing listens at "
              + origin
              + "; start mabsplan serve, and give the address it prints");
    } catch (SocketTimeoutException e) {
      throw new InputException(origin + " does not answer; end that mabsplan serve and start anew");
    } catch (IOException e) {
      throw new InputException("the connection to " + origin + " broke off: " + e.getMessage());
    } finally {
      connection.disconnect();
    }
  }

  /** Says the lines that stand above the document, and returns it. */
  private static String document(String answered, int lines, PrintStream err) {
    int start = 0;
    for (int i = 0; i < lines; i++) {
      int end = answered.indexOf('\n', start);
      err.println(Printable.of(answered.substring(start, end)));
      start = end + 1;
    }
    return answered.substring(start);
  }

  private HttpURLConnection connection(Map<String, String> query) {
    try {
      URI uri =
          URI.create(
              origin
                  + "/api/v1/plan?"
                  + query.entrySet().stream()
                      .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                      .collect(Collectors.joining("&")));
      // what is of this machine goes through no proxy
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(CONNECTING_MILLIS);
      connection.setReadTimeout(ANSWERING_MILLIS);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Authorization", "Bearer " + token);
      connection.setRequestProperty("Content-Type", "application/octet-stream");
      return connection;
    } catch (IOException e) {
      throw new InputException("can't ask " + origin + ": " + e.getMessage());
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String text(@Nullable InputStream in) throws IOException {
    if (in == null) {
      return "";
    }
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void checkVersion(@Nullable String there) {
    if (there == null) {
      throw new InputException(
          "what answers at " + origin + " is no mabsplan serve of this version");
    }
    if (!there.equals(AnswerHeaders.version())) {
      throw new InputException(
          "mabsplan serve at "
              + origin
              + " is version "
              + there
              + ", and this is "
              + AnswerHeaders.version()
              + "; start it anew");
    }
  }

  /** What is wrong with facts or rules is said as {@code plan} says it. */
  private RuntimeException refused(int status, String problem, PrintStream err) {
    if (status == UNAUTHORIZED) {
      return new InputException(
          "the mabsplan serve at "
              + origin
              + " has another token; it makes a new one at each start");
    }
    List<String> faults = texts(problem, "faults");
    faults.forEach(fault -> err.println(Printable.of(fault)));
    if (!faults.isEmpty()) {
      String title = String.join("", texts(problem, "title"));
      return new InputException(
          title.substring(0, Math.min(1, title.length())).toLowerCase(Locale.ROOT)
              + title.substring(Math.min(1, title.length()))
              + ": "
              + (faults.size() == 1 ? "1 fault" : faults.size() + " faults"));
    }
    String detail = String.join("", texts(problem, "detail"));
    return status == FAULT_OF_OURS
        ? new IllegalStateException(origin + " has a fault: " + detail)
        : new InputException(origin + " refuses: " + detail + " (" + status + ")");
  }

  /** Returns the texts of a field of a problem document, one or several. */
  private static List<String> texts(String problem, String field) {
    try {
      Node value =
          JsonReader.read("the answer", problem) instanceof Mapping object
              ? object.get(field)
              : null;
      List<Node> values =
          value instanceof Items list ? list.items() : value == null ? List.of() : List.of(value);
      return values.stream()
          .filter(Scalar.class::isInstance)
          .map(text -> ((Scalar) text).text())
          .toList();
    } catch (InvalidFactsException e) {
      return List.of();
    }
  }
}
