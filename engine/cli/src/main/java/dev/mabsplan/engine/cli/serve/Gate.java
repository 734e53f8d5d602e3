package dev.mabsplan.engine.cli.serve;

import com.sun.net.httpserver.Headers;
import dev.mabsplan.engine.cli.intake.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in. A page of another site in the same browser reaches this address too: it is told
 * by its origin, by the name it has for this machine, and by not having the token.
 */
final class Gate {

  static final int MOST_BYTES = Intake.MOST_SENT;

  /** What is read of a body that is too large, so that whoever sends it hears why. */
  private static final int MOST_READ = 4 * MOST_BYTES;

  private static final String BEARER = "Bearer ";

  private final byte[] token;
  private final Set<String> hosts;
  private final Set<String> origins;

  Gate(String token, int port) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
  }

  /** Refuses what another site sends, knowingly or not. */
  void checkSender(Headers headers) {
    List<String> host = headers.getOrDefault("Host", List.of());
    if (host.size() != 1 || !hosts.contains(host.get(0))) {
      throw new Refused(403, "Not this host", "use the address that mabsplan serve printed");
    }
    if (!origins.containsAll(headers.getOrDefault("Origin", List.of()))) {
      throw new Refused(403, "Not this origin", "pages of other sites may not ask");
    }
  }

  /** Refuses whoever has not the token. */
  void checkToken(Headers headers) {
    String given = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
    String named = given.startsWith(BEARER) ? given.substring(BEARER.length()) : "";
    if (!MessageDigest.isEqual(named.getBytes(StandardCharsets.UTF_8), token)) {
      throw new Refused(
          401,
          "Not the token",
          "send Authorization: Bearer and what stands behind # in the address that mabsplan serve"
              + " printed");
    }
  }

  /** Returns what came with a request. */
  byte[] body(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MOST_BYTES + 1);
    if (body.length <= MOST_BYTES) {
      return body;
    }
    byte[] unread = new byte[1 << 16];
    int more = in.read(unread);
    for (long read = body.length; more > 0 && read < MOST_READ; read += more) {
      more = in.read(unread);
    }
    throw new Refused(413, "Too large", "no more than 16 MiB; leave out what is not about it");
  }
}
