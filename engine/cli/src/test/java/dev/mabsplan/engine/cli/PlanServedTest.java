package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.serve.AnswerHeaders;
import dev.mabsplan.engine.cli.serve.PlanServer;
import dev.mabsplan.engine.pack.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that a running server makes is the one that the command makes itself. */
class PlanServedTest {

  private static final String TOKEN = "0123456789abcdef";
  private static final String STOPPED =
      """
      {"servers": [{"name": "MABS01", "role": "backupServer",
        "services": [{"name": "TapeDriver", "state": "stopped"}]}],
       "errors": [{"id": 4242}]}
      """;
  private static final List<PlanServer> RUNNING = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    RUNNING.add(PlanServer.start(Planner.shipped(), Language.ENGLISH, 0, TOKEN));
  }

  @AfterAll
  static void stop() {
    RUNNING.forEach(PlanServer::close);
  }

  private static String address() {
    return RUNNING.get(0).page().toString();
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("facts.json"), text).toString();
  }

  private static Ran served(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 3);
    all[0] = "plan";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--serve";
    all[args.length + 2] = address();
    return Ran.mabsplan(all);
  }

  private static Ran alone(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "plan";
    System.arraycopy(args, 0, all, 1, args.length);
    return Ran.mabsplan(all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--lang sv",
        "--all",
        "--ledger",
        "-f json",
        "-f json --ledger",
        "-f markdown",
        "-f markdown --short",
        "-f html --lang sv",
        "--detailed-exitcode",
        "--server FS01:protectedServer"
      })
  void itIsTheSameInEveryForm(String options) throws IOException {
    List<String> args = new ArrayList<>(List.of(file(STOPPED)));
    args.addAll(Arrays.stream(options.split(" ", -1)).filter(one -> !one.isEmpty()).toList());

    assertEquals(alone(args.toArray(String[]::new)), served(args.toArray(String[]::new)), options);
  }

  @Test
  void anErrorAsSomebodyCopiedItIsHandedOver() {
    for (String text : List.of("The tape drive failed (ID 4242)", "nobody knows this error 77")) {
      assertEquals(
          alone("--text", text, "--detailed-exitcode"),
          served("--text", text, "--detailed-exitcode"));
    }
    assertEquals(
        alone("--text", "It failed", "--is", "tape/silent"),
        served("--text", "It failed", "--is", "tape/silent"));
  }

  @Test
  void whatIsWrongWithTheFactsIsSaidAsEver() throws IOException {
    String file = file("{\"servers\": 1, \"odd\": 2}");

    assertEquals(alone(file), served(file));
    served(file).refused("the facts can't be used: ");
  }

  @Test
  void itIsWrittenToAFile() throws IOException {
    Path out = folder.resolve("plan.txt");
    served(file(STOPPED), "-o", out.toString()).ended(0, "");

    assertEquals(alone(file(STOPPED)).out(), Files.readString(out));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org:80/#abc",
        "https://127.0.0.1:8765/#abc",
        "http://127.0.0.1:8765/",
        "http://127.0.0.1/#abc",
        "http://127.0.0.1@example.org:80/#abc",
        "file:///etc/passwd#abc",
        "8765",
        "http://127.0.0.1:8765/#a b"
      })
  void onlyAnAddressOfThisMachineWithItsTokenIsAsked(String address) throws IOException {
    Ran.mabsplan("plan", file(STOPPED), "--serve", address)
        .refused("--serve takes the address that mabsplan serve printed");
  }

  @Test
  void whereNothingListensItSaysSo() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Ran.mabsplan("plan", file(STOPPED), "--serve", "http://127.0.0.1:" + free + "/#abc")
        .refused("nothing listens at http://127.0.0.1:" + free + "; start mabsplan serve");
  }

  @Test
  void anotherTokenIsSaid() throws IOException {
    Ran.mabsplan("plan", file(STOPPED), "--serve", address().replace(TOKEN, "abc"))
        .refused("has another token; it makes a new one at each start");
  }

  @Test
  void whatIsNoMabsplanOrAnotherVersionIsNotTrusted() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> version = new ArrayList<>();
    other.createContext(
        "/",
        exchange -> {
          version.forEach(one -> exchange.getResponseHeaders().set(AnswerHeaders.VERSION, one));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    try {
      String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/#abc";
      Ran.mabsplan("plan", file(STOPPED), "--serve", address).refused("is no mabsplan serve");
      version.add("99.9");
      Ran.mabsplan("plan", file(STOPPED), "--serve", address)
          .refused("is version 99.9, and this is ");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void whatTheServerHasOfItsOwnIsNotGiven() throws IOException {
    String file = file(STOPPED);

    served(file, "--without", "families").refused("do not go with --serve");
    served(file, "--redact").refused("--redact does not go with --serve");
    served(file, file).refused("--serve takes one PATH");
    served(folder.toString()).refused("put the folder into a ZIP archive");
    served(file, "--text", "x").refused("a PATH or --text, not both");
    served().refused("what should be planned for?");
  }

  @Test
  void theTokenIsNotSaid() throws IOException {
    Ran ran = Ran.mabsplan("plan", file(STOPPED), "--serve", "http://example.org:1/#secret");

    assertFalse(ran.err().contains("secret"), ran.err());
    assertTrue(ran.err().contains("#…"), ran.err());
  }
}
