package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.serve.AnswerHeaders;
import dev.mabsplan.engine.cli.serve.PlanServer;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.site.SiteReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that a running server makes is the one that the command makes itself. */
@Tag("slow")
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
    served(file, "--site", file).refused("do not go with --serve");
    served().refused("what should be planned for?");
  }

  /** Files, folders and archives, with facts documents and native output mixed. */
  private Path handedOver() throws IOException {
    Path all = Files.createDirectories(folder.resolve("all"));
    Path server = Files.createDirectories(all.resolve("MABS01"));
    Files.writeString(all.resolve("facts.json"), STOPPED);
    Files.writeString(
        server.resolve("sc.txt"),
        """
        SERVICE_NAME: TapeDriver
                TYPE               : 10  WIN32_OWN_PROCESS
                STATE              : 1  STOPPED
        """);
    Files.writeString(server.resolve("note.txt"), "password: s3cret\nnobody reads this\n");
    for (int i = 0; i < 40; i++) {
      Files.writeString(
          server.resolve("note" + i + ".txt"), "number " + i + " is no format either");
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(all.resolve("FS01.zip")))) {
      zip.putNextEntry(new ZipEntry("FS01/driver.txt"));
      zip.write(Files.readAllBytes(server.resolve("sc.txt")));
    }
    Files.writeString(all.resolve("broken.zip"), "PK\u0003\u0004 and no more");
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "@ --ledger",
        "@/facts.json @/MABS01/sc.txt @/FS01.zip",
        "@/facts.json @ -f json --ledger",
        "@/MABS01/sc.txt",
        "@/MABS01/sc.txt --server MABS07:backupServer",
        "@/FS01.zip --since 2d",
        "@ --redact",
        "@ --text ID_4242_on_FS01 --redact --detailed-exitcode",
        "@/facts.json --text ID_4242 --is tape/silent",
        "@/facts.json --text ID_4242 --is tape/slient",
        "@/broken.zip",
        "@/nothing.json @",
        "@/MABS01/note.txt",
        "@/facts.json @/MABS01/note.txt --since yesterday",
        "@/facts.json -"
      })
  void allThatPlanTakesIsHandedOver(String options) throws IOException {
    String all = handedOver().toString();
    String[] args =
        Arrays.stream(options.split(" ", -1))
            .map(one -> one.replace("@", all))
            .map(one -> one.startsWith("ID_") ? one.replace('_', ' ') : one)
            .toArray(String[]::new);

    assertEquals(alone(args), served(args), options);
  }

  @Test
  void anEmptyFolderIsToldAsEver() throws IOException {
    String empty = Files.createDirectory(folder.resolve("empty")).toString();

    assertEquals(alone(empty), served(empty));
    served(empty).refused("a folder or archive with files");
  }

  @Test
  void moreErrorsThanArePlannedForAreCountedAsEver() throws IOException {
    String errors =
        IntStream.range(0, 1_010)
            .mapToObj(i -> "{\"id\": 4242, \"server\": \"S" + i + "\"}")
            .collect(Collectors.joining(", ", "{\"errors\": [", "]}"));
    String file = file(errors);

    Ran served = served(file, "--text", "ID 4242 on FS01");

    assertEquals(alone(file, "--text", "ID 4242 on FS01"), served);
    assertTrue(served.err().contains("only the newest 1,000 of 1,010"), served.err());
  }

  @Test
  void moreThanTheServerTakesIsRefused() throws IOException {
    Path all = Files.createDirectories(folder.resolve("large"));
    byte[] noise = new byte[12 << 20];
    Random random = new Random(7);
    for (String name : List.of("a.bin", "b.bin")) {
      random.nextBytes(noise);
      Files.write(all.resolve(name), noise);
    }

    served(all.toString()).refused("--serve takes no more than 16 MiB, packed");
  }

  @Test
  void aFaultOfTheServerIsOneOfOurs() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set(AnswerHeaders.VERSION, AnswerHeaders.version());
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    other.start();
    try {
      String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/#abc";
      Ran ran = Ran.mabsplan("plan", file(STOPPED), "--serve", address);
      assertEquals(1, ran.code(), ran.err());
      assertTrue(ran.err().contains("a fault of mabsplan itself"), ran.err());
    } finally {
      other.stop(0);
    }
  }

  /** Who starts it with a site file has the names of the site in every plan. */
  @Test
  void theNamesOfTheSiteAreThoseOfTheServer() throws IOException {
    String site = "site: contoso\nservers: {backupServer: DPM7}\n";
    String file = file("{\"errors\": [{\"id\": 4242}]}");
    Path of = Files.writeString(folder.resolve("site.yaml"), site);
    Planner planner = Planner.shipped().at(SiteReader.read("site.yaml", site), LocalDate.EPOCH);
    try (PlanServer server = PlanServer.start(planner, Language.ENGLISH, 0, TOKEN)) {
      String address = server.page().toString();
      for (String option : List.of("--all", "--redact")) {
        assertEquals(
            alone(file, option, "--site", of.toString()),
            Ran.mabsplan("plan", file, option, "--serve", address),
            option);
        assertEquals(
            alone("--text", "It failed (ID 4242)", option, "--site", of.toString()),
            Ran.mabsplan("plan", "--text", "It failed (ID 4242)", option, "--serve", address));
      }
      Ran.mabsplan("plan", file, "--serve", address).ended(0).says("DPM7");
      assertFalse(
          Ran.mabsplan("plan", file, "--redact", "--serve", address).out().contains("DPM7"));
    }
  }

  @Test
  void theTokenIsNotSaid() throws IOException {
    Ran ran = Ran.mabsplan("plan", file(STOPPED), "--serve", "http://example.org:1/#secret");

    assertFalse(ran.err().contains("secret"), ran.err());
    assertTrue(ran.err().contains("#…"), ran.err());
  }
}
