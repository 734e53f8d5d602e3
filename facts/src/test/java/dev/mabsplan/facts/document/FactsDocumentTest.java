package dev.mabsplan.facts.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.Clock;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsDocumentTest {

  private static Facts read(byte[] bytes) {
    return FactsDocument.read("f.json", new ByteArrayInputStream(bytes));
  }

  private static Facts read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Fault> faults(String json) {
    return assertThrows(InvalidFactsException.class, () -> read(json)).faults();
  }

  /** Asserts that a document has one fault and which. */
  private static void refused(String json, String message) {
    assertEquals(
        message, faults(json).stream().map(Fault::message).collect(Collectors.joining("\n")));
  }

  /** Asserts that a document has one fault and which, where line 2 is part of the only server. */
  private static void serverRefused(String fields, String message) {
    refused("{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\n" + fields + "}]}", message);
  }

  @Nested
  class Reading {

    @Test
    void whatATerminalWouldObeyAndHalfACharacterAreSpelledOut() {
      Facts facts =
          FactsDocument.parse("{\"errors\": [{\"text\": \"a\\u009b\\u202eb\\ud800 ä😀\"}]}");
      String written = FactsDocument.write(facts);

      assertTrue(written.contains("a\\u009b\\u202eb\\ud800 ä😀"), written);
      assertEquals(facts, FactsDocument.parse(written));
    }

    @Test
    void namesOfErrorsAreNames() {
      for (String odd : List.of("w\\nn", "a\\u001b[31m", "x".repeat(300))) {
        InvalidFactsException refused =
            assertThrows(
                InvalidFactsException.class,
                () ->
                    FactsDocument.parse(
                        "{\"errors\": [{\"id\": 3106, \"reportedBy\": \"" + odd + "\"}]}"));
        assertTrue(
            refused.faults().get(0).message().contains("reportedBy of an error"),
            refused.getMessage());
      }
    }

    @Test
    void theSmallestUsefulDocumentIsTheTextOfAnError() {
      Facts facts = read("{\"errors\":[{\"text\":\"what the console said\"}]}");

      assertEquals(List.of(ReportedError.ofText("what the console said")), facts.errors());
      assertEquals(List.of(new Server("", ServerRole.BACKUP_SERVER, "")), facts.servers());
    }

    @Test
    void anEmptyDocumentIsADocument() {
      assertEquals(Facts.builder().build(), read("{}"));
    }

    @Test
    void everyTypeOfValue() {
      Facts facts =
          read(
              """
              {
                "$schema": "facts.schema.json",
                "observedAt": "2026-01-15T04:10:00.5+01:00",
                "servers": [
                  {
                    "name": "MABS01",
                    "role": "backupServer",
                    "collected": ["services", "volumes"],
                    "services": [
                      {"name": "VSS", "state": "startPending", "startType": "disabled"},
                      {"name": "obengine", "present": false}
                    ],
                    "volumes": [{"name": "E:", "purposes": ["storagePool", "replica"], "sizeBytes": 9007199254740993}],
                    "credentialsFile": {"local": true, "ageHours": 20.0}
                  },
                  {"name": "FS01", "role": "protectedServer"}
                ],
                "attempts": [{"remedy": "a/b", "outcome": "failed"}]
              }
              """);

      assertEquals(Optional.of(Instant.parse("2026-01-15T03:10:00.5Z")), facts.observedAt());
      assertEquals(
          List.of(
              CredentialsFile.of("MABS01").withLocal(true).withAgeHours(20),
              Service.of("MABS01", "obengine").absent(),
              new Service("MABS01", "VSS", true, ServiceState.START_PENDING, StartType.DISABLED),
              Volume.of("MABS01", "E:")
                  .withPurposes(Set.of(VolumePurpose.STORAGE_POOL, VolumePurpose.REPLICA))
                  .withSizeBytes(9_007_199_254_740_993L)),
          facts.facts());
      assertEquals(
          List.of(
              new Collected("MABS01", FactKind.SERVICES),
              new Collected("MABS01", FactKind.VOLUMES)),
          facts.collected());
      assertEquals("MABS01", facts.server("fs01").orElseThrow().backupServer());
      assertEquals(AttemptOutcome.FAILED, facts.attempts().get(0).outcome());
    }

    @Test
    void keepsWhereEachFactAndComponentWasRead() {
      Facts facts =
          read(
              """
              {"servers": [{"name": "A", "role": "backupServer",
                "services": [
                  {"name": "x"},
                  {"name": "VSS", "startType": "manual"}]}],
               "errors": [{"id": 3106}]}
              """);

      assertEquals(
          Optional.of(new Source("f.json", "/servers/0/services/1", 4, 5)),
          facts.source(Address.parse("servers[A].services[VSS]")));
      assertEquals(
          Optional.of(new Source("f.json", "/servers/0/services/1/startType", 4, 34)),
          facts.source(Address.parse("servers[A].services[VSS].startType")));
      assertEquals(
          Optional.of(new Source("f.json", "/servers/0/role", 1, 36)),
          facts.source(Address.parse("servers[A].role")));
      assertEquals(
          Optional.of(new Source("f.json", "/errors/0/id", 5, 20)),
          facts.source(Address.parse("errors[3106].id")));
    }

    @Test
    void everyEncodingThatWindowsWrites() {
      String json = "{\"errors\":[{\"text\":\"Säkerhetskopian är inkonsekvent 💾\"}]}";
      Facts expected = read(json);

      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        assertEquals(expected, read(("\uFEFF" + json).getBytes(charset)), charset.name());
      }
      assertEquals(expected, FactsDocument.parse("\uFEFF" + json));
    }

    @Test
    void aFile(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("facts.json"), "{\"errors\":[{\"id\":1}]}");

      Facts facts = FactsDocument.read(file);

      assertEquals(
          file + ":1:12",
          facts.source(Address.parse("errors[1]")).map(Source::toString).orElse(""));
    }
  }

  @Nested
  class WhatIsNoDocument {

    private static String message(Path file) {
      return String.valueOf(
          assertThrows(InvalidFactsException.class, () -> FactsDocument.read(file)).getMessage());
    }

    @Test
    void aDirectory(@TempDir Path folder) {
      assertEquals(folder + ": expected a facts document; found a directory", message(folder));
    }

    @Test
    void aMissingFile(@TempDir Path folder) {
      Path file = folder.resolve("none.json");

      assertEquals(file + ": expected a facts document; found no such file", message(file));
    }

    @Test
    void aStreamThatBreaks() {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("pipe closed");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
              return read();
            }
          };

      String message =
          assertThrows(InvalidFactsException.class, () -> FactsDocument.read("stdin", broken))
              .faults()
              .get(0)
              .message();

      assertEquals(
          "stdin: expected a facts document; found one that cannot be read: pipe closed", message);
    }

    @Test
    void anEmptyFile() {
      String smallest =
          "; the smallest useful one is {\"errors\": [{\"text\": \"what the console said\"}]}";
      refused("", "f.json: expected a facts document; found an empty file" + smallest);
      refused(
          " \n\t ", "f.json: expected a facts document; found nothing but white space" + smallest);
    }

    @Test
    void anythingButAnObject() {
      refused(
          "\n [1]",
          "f.json:2:2: expected a facts document, which is an object; found a list;"
              + " it begins with {");
      refused(
          "\"text\"",
          "f.json:1:1: expected a facts document, which is an object; found \"text\";"
              + " it begins with {");
    }

    @Test
    void moreThanOneDocument() {
      String rest = "expected nothing after the facts document; found ";
      refused("{}\n{}", "f.json:2:1: " + rest + "{; one file holds one document");
      refused("{} x", "f.json:1:4: " + rest + "x; one file holds one document");
    }

    @Test
    void anythingLargerThanTheLimit() {
      byte[] large = new byte[16 * 1024 * 1024 + 1];
      Arrays.fill(large, (byte) ' ');
      int[] read = {0};
      InputStream endless =
          new InputStream() {
            @Override
            public int read() {
              read[0]++;
              return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
              Arrays.fill(into, from, from + length, (byte) ' ');
              read[0] += length;
              return length;
            }
          };
      String message =
          "f.json: expected a facts document of no more than 16 MiB; found a larger one;"
              + " leave out what is not about the failing backup";

      assertEquals(
          message, assertThrows(InvalidFactsException.class, () -> read(large)).getMessage());
      assertEquals(
          message,
          assertThrows(InvalidFactsException.class, () -> FactsDocument.read("f.json", endless))
              .getMessage());
      assertEquals(16 * 1024 * 1024 + 1, read[0]);
    }

    @Test
    void aDocumentJustWithinTheLimitIsRead() {
      byte[] large = new byte[16 * 1024 * 1024];
      Arrays.fill(large, (byte) ' ');
      large[0] = '{';
      large[large.length - 1] = '}';

      assertEquals(Facts.builder().build(), read(large));
    }

    @Test
    void anythingDeeperThanTheLimit() {
      refused(
          "[".repeat(10_000),
          "f.json:1:51: expected no more than 50 levels of objects and lists; found one more");
      refused(
          "{\"a\":".repeat(10_000),
          "f.json:1:251: expected no more than 50 levels of objects and lists; found one more");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write("{\n \"errors\": [{\"text\": \"f".getBytes(StandardCharsets.US_ASCII));
      bytes.write(0xE5);
      bytes.write("r\"}]}".getBytes(StandardCharsets.US_ASCII));

      assertEquals(
          "f.json:2:24: expected UTF-8 text; found the byte 0xE5, which does not belong to it;"
              + " save the file as UTF-8",
          assertThrows(InvalidFactsException.class, () -> read(bytes.toByteArray())).getMessage());
    }

    @Test
    void textThatIsCutOffWithinALetter() {
      assertThrows(InvalidFactsException.class, () -> read(new byte[] {'{', '}', (byte) 0xC3}));
      assertThrows(
          InvalidFactsException.class, () -> read(new byte[] {(byte) 0xFF, (byte) 0xFE, '{'}));
    }

    @Test
    void brokenJson() {
      refused(
          "{\n \"observedAt\": 1,\n}",
          "f.json:3:1: expected a field name in double quotes; found };"
              + " leave out the comma before it");
      refused(
          "{\"errors\":[1,]}",
          "f.json:1:14: expected a value: a text in double quotes, a number, true, false, a list or"
              + " an object; found ]; leave out the comma before it");
      refused("{\"a\":1 \"b\":2}", "f.json:1:8: expected a comma or }; found \"");
      refused("{\"a\":[1 2]}", "f.json:1:9: expected a comma or ]; found 2");
      refused(
          "{\"a\" 1}", "f.json:1:6: expected a colon between a field name and its value; found 1");
      refused(
          "{'a':1}",
          "f.json:1:2: expected a field name in double quotes; found ';"
              + " JSON takes straight double quotes only");
      refused(
          "{“a”:1}",
          "f.json:1:2: expected a field name in double quotes; found “;"
              + " JSON takes straight double quotes only");
      refused(
          "{\"a\":True}",
          "f.json:1:6: expected a value: a text in double quotes, a number, true, false, a list or"
              + " an object; found True");
      refused(
          "{\"a\":NaN}",
          "f.json:1:9: expected a value: a text in double quotes, a number, true, false, a list or"
              + " an object; found NaN or infinity; JSON has finite numbers only");
      refused(
          "// facts\n{}",
          "f.json:1:1: expected a value or a field name; found /; JSON has no comments");
      refused("{\"a\":01}", "f.json:1:7: expected a number such as 0, -5 or 0.5; found 1");
      refused("{\"a\":{]}", "f.json:1:7: expected }; found ]");
    }

    @Test
    void jsonThatIsCutOff() {
      String cutOff = "; found the end of the file; the document seems to be cut off";
      refused("{\"errors\":[{\"id\":1}", "f.json:1:20: expected ]" + cutOff);
      refused("{\"observedAt\":\n\"2026", "f.json:2:6: expected a closing double quote" + cutOff);
      refused("{", "f.json:1:2: expected }" + cutOff);
    }

    @Test
    void aPathWithSingleBackslashes() {
      refused(
          "{\"a\":\"C:\\Program Files\"}",
          "f.json:1:10: expected an escape such as \\\\, \\\" or \\n; found P;"
              + " in JSON a backslash is written twice: \"D:\\\\backup\"");
    }

    @Test
    void aTextOverSeveralLines() {
      refused(
          "{\"a\":\"one\ntwo\"}",
          "f.json:1:10: expected a text that ends with a double quote on its own line;"
              + " found a line break; in JSON a line break in a text is written \\n, a tab \\t");
    }
  }

  @Nested
  class Fields {

    @Test
    void anUnknownOneIsRefusedWithTheNearestKnown() {
      refused(
          "{\"observed\":1,\n\"error\":[]}",
          "f.json:1:2, /observed: expected a known field; found \"observed\";"
              + " did you mean \"observedAt\"?\n"
              + "f.json:2:1, /error: expected a known field; found \"error\";"
              + " did you mean \"errors\"?");
      serverRefused(
          "\"service\":[]",
          "f.json:2:1, /servers/0/service: expected a known field; found \"service\";"
              + " did you mean \"services\"?");
      serverRefused(
          "\"services\":[{\"name\":\"VSS\",\"starttype\":\"manual\"}]",
          "f.json:2:27, /servers/0/services/0/starttype: expected a known field;"
              + " found \"starttype\"; did you mean \"startType\"?");
      refused(
          "{\"errors\":[{\"id\":1,\"a/b~\\u001b[31m\":2}]}",
          "f.json:1:20, /errors/0/a~1b~0\\u001b[31m: expected a known field;"
              + " found \"a/b~\\u001b[31m\"; known are code, count, dataSource,"
              + " firstOccurredAt, id, is, message, name, occurredAt, operation, product, reportedBy,"
              + " server, text");
    }

    @Test
    void aMisplacedOneIsRefusedWithItsPlace() {
      refused(
          "{\"services\":[]}",
          "f.json:1:2, /services: expected a known field; found \"services\";"
              + " it belongs into an entry of servers");
      serverRefused(
          "\"clock\":{\"server\":\"A\"}",
          "f.json:2:10, /servers/0/clock/server: expected a known field; found \"server\";"
              + " the entry of servers says which server it is");
    }

    @Test
    void aSecondOfTheSameNameIsRefused() {
      refused(
          "{\"errors\":[],\n \"errors\":[]}",
          "f.json:2:2, /errors: expected each field once;"
              + " found a second \"errors\" (the first: f.json:1:2)");
      serverRefused(
          "\"clock\":{\"offsetSeconds\":1,\"offsetSeconds\":1}",
          "f.json:2:28, /servers/0/clock/offsetSeconds: expected each field once;"
              + " found a second \"offsetSeconds\" (the first: f.json:2:10)");
    }

    @Test
    void aMissingOneIsRefusedWhereItShouldBe() {
      refused(
          "{\"servers\":[\n{\"name\":\"A\"}]}",
          "f.json:2:1, /servers/0: expected a field \"role\"; found an object without it");
      refused(
          "{\"servers\":[\n{\"role\":\"backupServer\"}]}",
          "f.json:2:1, /servers/0: expected a field \"name\"; found an object without it");
      serverRefused(
          "\"registryValues\":[{\"key\":\"HKLM\\\\X\",\"data\":\"1\"}]",
          "f.json:2:19, /servers/0/registryValues/0: expected a field \"name\";"
              + " found an object without it");
      serverRefused(
          "\"observations\":[{\"name\":\"x\"}]",
          "f.json:2:17, /servers/0/observations/0: expected a field \"value\";"
              + " found an object without it");
      refused(
          "{\"attempts\":[{\"remedy\":\"a/b\"}]}",
          "f.json:1:14, /attempts/0: expected a field \"outcome\"; found an object without it");
      refused(
          "{\"errors\":[{\"server\":\"A\"}]}",
          "f.json:1:12, /errors/0: expected an error to have at least one of id, code, name,"
              + " message, operation and text; found none of them");
    }
  }

  @Nested
  class Values {

    @Test
    void nullIsNoWayToSayUnknown() {
      String leaveOut = "; found null; leave it out where it is unknown";
      serverRefused(
          "\"services\":[{\"name\":\"VSS\",\"startType\":null}]",
          "f.json:2:39, /servers/0/services/0/startType: expected one of automatic, manual,"
              + " disabled"
              + leaveOut);
      refused(
          "{\"observedAt\":null}",
          "f.json:1:15, /observedAt: expected a time such as 2026-01-15T03:10:00Z (ISO 8601)"
              + leaveOut);
    }

    @Test
    void ofTheWrongTypeAreRefused() {
      serverRefused(
          "\"registryValues\":[{\"key\":\"HKLM\\\\X\",\"name\":\"n\",\"data\":1}]",
          "f.json:2:54, /servers/0/registryValues/0/data: expected a text; found 1;"
              + " put it in quotes: \"1\"");
      serverRefused(
          "\"services\":[{\"name\":\"VSS\",\"present\":\"True\"}]",
          "f.json:2:37, /servers/0/services/0/present: expected true or false; found \"True\";"
              + " write it without quotes, in small letters");
      serverRefused(
          "\"services\":{\"name\":\"VSS\"}",
          "f.json:2:12, /servers/0/services: expected a list; found an object;"
              + " put it in brackets: \"services\": [{…}]");
      serverRefused(
          "\"clock\":[]", "f.json:2:9, /servers/0/clock: expected an object; found a list");
      serverRefused(
          "\"services\":[\"VSS\"]",
          "f.json:2:13, /servers/0/services/0: expected an object; found \"VSS\"");
      serverRefused(
          "\"volumes\":[{\"name\":\"D:\",\"purposes\":\"data\"}]",
          "f.json:2:36, /servers/0/volumes/0/purposes: expected a list; found \"data\"");
      refused(
          "{\"servers\":[\"A\"]}",
          "f.json:1:13, /servers/0: expected a server, which is an object; found \"A\"");
      refused(
          "{\"errors\":{}}",
          "f.json:1:11, /errors: expected a list; found an object;"
              + " put it in brackets: \"errors\": [{…}]");
    }

    @Test
    void aWordThatIsNoneIsRefusedWithTheNearestAndAll() {
      serverRefused(
          "\"services\":[{\"name\":\"VSS\",\"startType\":\"dissabled\"}]",
          "f.json:2:39, /servers/0/services/0/startType: expected one of automatic, manual,"
              + " disabled; found \"dissabled\"; did you mean \"disabled\"?");
      serverRefused(
          "\"collected\":[\"service\"]",
          "f.json:2:14, /servers/0/collected/0: expected one of "
              + Arrays.stream(FactKind.values())
                  .map(FactKind::property)
                  .collect(Collectors.joining(", "))
              + "; found \"service\"; did you mean \"services\"?");
      serverRefused(
          "\"volumes\":[{\"name\":\"D:\",\"purposes\":[\"data\",7]}]",
          "f.json:2:44, /servers/0/volumes/0/purposes/1: expected one of scratch, replica,"
              + " recoveryPoint, storagePool, system, data; found 7");
      refused(
          "{\"servers\":[{\"name\":\"A\",\"role\":\"backupserver\"}]}",
          "f.json:1:32, /servers/0/role: expected one of backupServer, agentServer, protectedServer,"
              + " unknown; found \"backupserver\"; did you mean \"backupServer\"?");
    }

    @Test
    void aTimeIsIso8601WithAnOffset() {
      String expected =
          "f.json:1:15, /observedAt: expected a time such as 2026-01-15T03:10:00Z (ISO 8601); found ";
      refused("{\"observedAt\":\"15.1.2026 03:10\"}", expected + "\"15.1.2026 03:10\"");
      refused("{\"observedAt\":\"2026-02-30T03:10:00Z\"}", expected + "\"2026-02-30T03:10:00Z\"");
      refused("{\"observedAt\":1768446600}", expected + "1768446600");
      refused(
          "{\"observedAt\":\"2026-01-15T03:10:00\"}",
          expected
              + "\"2026-01-15T03:10:00\"; add Z for UTC, or the offset from it such as +01:00");
    }

    @Test
    void aVersionIsNumbersWithDots() {
      String at = "f.json:2:41, /servers/0/software/0/version: ";
      String expected = "expected a version, which is one to six numbers with dots between; found ";
      serverRefused(
          "\"software\":[{\"product\":\"mars\",\"version\":\"2.0-beta\"}]",
          at + expected + "\"2.0-beta\"; such as \"2.0.9249.0\"");
      serverRefused(
          "\"software\":[{\"product\":\"mars\",\"version\":2.0}]",
          at + expected + "2.0; put it in quotes");
    }

    @Test
    void anIntegerIsWholeAndFits() {
      String at = "f.json:2:26, /servers/0/clock/offsetSeconds: ";
      serverRefused(
          "\"clock\":{\"offsetSeconds\":0.5}", at + "expected an integer; found 0.5; round it");
      serverRefused(
          "\"clock\":{\"offsetSeconds\":\"5\"}",
          at + "expected an integer; found \"5\"; write it without quotes");
      for (String tooLarge :
          List.of("9223372036854775808", "1e19", "1e999999999", "1e99999999999")) {
        serverRefused(
            "\"clock\":{\"offsetSeconds\":" + tooLarge + "}",
            at
                + "expected an integer from -9223372036854775808 to 9223372036854775807; found "
                + tooLarge);
      }
      serverRefused(
          "\"clock\":{\"offsetSeconds\":" + "9".repeat(5_000) + "}",
          at
              + "expected an integer from -9223372036854775808 to 9223372036854775807; found "
              + "9".repeat(60)
              + "…");
      refused(
          "{\"errors\":[{\"id\":2147483648}]}",
          "f.json:1:18, /errors/0/id: expected an integer from -2147483648 to 2147483647;"
              + " found 2147483648");
    }

    @Test
    void aNumberOutOfBoundsIsRefusedWhereItIs() {
      serverRefused(
          "\"mail\":{\"port\":70000}",
          "f.json:2:16, /servers/0/mail/port: expected servers[A].mail.port to be 1 to 65535;"
              + " found 70000");
      refused(
          "{\"errors\":[{\"id\":-1}]}",
          "f.json:1:18, /errors/0/id: expected errors[-1].id to be 0 or more; found -1");
    }
  }

  @Nested
  class Contradictions {

    @ParameterizedTest
    @ValueSource(strings = {"FS01", "fs01", "FS01.contoso.com", " FS01 "})
    void aServerListedTwice(String again) {
      refused(
          """
          {"servers":[{"name":"FS01","role":"protectedServer"},
          {"name":"%s","role":"protectedServer"}]}"""
              .formatted(again),
          "f.json:2:9, /servers/1/name: expected each server once; found \""
              + again
              + "\", which is \"FS01\" (f.json:1:21); put what is known of it into one entry");
    }

    @Test
    void twoServersWithOneShortNameAreTwo() {
      assertEquals(
          3,
          read("""
              {"servers":[{"name":"FS01.a","role":"protectedServer"},
              {"name":"FS01.b","role":"protectedServer"}]}""")
              .servers()
              .size());
    }

    @Test
    void twoValuesForOneAddress() {
      serverRefused(
          """
          "services":[{"name":"VSS","startType":"manual"},
          {"name":"vss","startType":"disabled"}]""",
          "f.json:3:27, /servers/0/services/1/startType: expected one value for"
              + " servers[A].services[VSS].startType; found manual (f.json:2:39) and disabled"
              + " (f.json:3:27); leave out the one that no longer holds");
    }

    @Test
    void aBackspaceThatWasMeantAsABackslash() {
      serverRefused(
          "\"folders\":[{\"path\":\"D:\\backup\"}]",
          "f.json:2:20, /servers/0/folders/0/path: expected path of folders on \"A\" to be a name;"
              + " found a control character in \"D:\\u0008ackup\";"
              + " in JSON a backslash is written twice: \"D:\\\\backup\"");
    }
  }

  @Nested
  class ManyFaults {

    @Test
    void areAllSaidInTheOrderOfTheDocument() {
      List<Fault> faults =
          faults(
              """
              {"observedAt": "yesterday",
               "servers": [
                 {"name": "A", "role": "backup",
                  "mail": {"port": 0},
                  "services": [{"name": "VSS", "startType": "never"}, {"state": "running"},
                               {"name": "x", "state": "running"}, {"name": "X", "state": "paused"}]}],
               "errors": [{"text": 1}, {"id": 1}],
               "attempt": []}
              """);

      assertEquals(
          List.of(
              "f.json:1:16",
              "f.json:3:26",
              "f.json:4:22",
              "f.json:5:47",
              "f.json:5:57",
              "f.json:6:76",
              "f.json:7:22",
              "f.json:8:2"),
          faults.stream().map(fault -> String.valueOf(fault.source())).toList());
    }

    @Test
    void ofAServerWithoutANameAreFoundToo() {
      List<Fault> faults =
          faults("{\"servers\":[{\"role\":\"unknown\",\"clock\":{\"offsetSeconds\":true}}]}");

      assertEquals(2, faults.size(), faults::toString);
    }

    @Test
    void areListedUpToAHundred() {
      List<Fault> hundred = faults("{\"errors\":[" + "0,".repeat(99) + "0]}");
      List<Fault> more = faults("{\"errors\":[" + "0,".repeat(136) + "0]}");

      assertEquals(100, hundred.size());
      assertEquals(101, more.size());
      assertEquals(hundred, more.subList(0, 100));
      assertEquals(
          "f.json: expected a document without faults; found 37 more faults; mend the first 100",
          more.get(100).message());
    }

    @Test
    void neverSpeakOfTheJsonLibrary() {
      for (String json :
          List.of("{", "{\"a\":tru}", "[1,,2]", "{\"a\":1e}", "{\"a\":\"\\u12G4\"}", "]")) {
        String message = faults(json).get(0).message();

        assertFalse(message.contains("Feature"), message);
        assertFalse(message.contains("Source:"), message);
        assertFalse(message.contains("code "), message);
      }
    }
  }

  @Nested
  class Writing {

    @Test
    void everyKindReadsBackEqual() {
      Facts facts = AllKinds.facts();
      Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
      for (Fact fact : facts.facts()) {
        kinds.add(FactKind.of(fact.getClass()));
      }
      assertEquals(EnumSet.allOf(FactKind.class), kinds);

      String written = FactsDocument.write(facts);

      assertEquals(facts, FactsDocument.parse(written));
      assertEquals(facts, read(written));
      assertEquals(written, FactsDocument.write(FactsDocument.parse(written)));
    }

    @Test
    void leavesOutWhatReadingAdds() {
      assertEquals("{}\n", FactsDocument.write(Facts.builder().build()));
      assertEquals(
          """
          {
            "errors": [
              {
                "id": 3106,
                "server": "FS01"
              }
            ]
          }
          """,
          FactsDocument.write(
              Facts.builder().error(ReportedError.ofId(3106).withServer("FS01")).build()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"servers\":[{\"name\":\"FS01\",\"role\":\"protectedServer\"}]}",
          "{\"servers\":[{\"name\":\"\",\"role\":\"backupServer\",\"clock\":{}}]}",
          "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"backupServer\":\"B\"}]}",
          "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"collected\":[\"clock\"]}]}",
          "{\"servers\":[{\"name\":\"A\",\"role\":\"backupServer\"},{\"name\":\"B\",\"role\":\"backupServer\"}],\"errors\":[{\"id\":1,\"server\":\"C\"}]}",
          "{\"errors\":[{\"id\":1,\"server\":\"?\",\"reportedBy\":\"B\"}]}",
          "{\"attempts\":[{\"remedy\":\"a/b\",\"outcome\":\"failed\",\"server\":\"C\"}]}"
        })
    void whatIsImpliedReadsBackEqual(String json) {
      Facts facts = read(json);

      assertEquals(
          facts, FactsDocument.parse(FactsDocument.write(facts)), () -> FactsDocument.write(facts));
    }

    @Test
    void looksAsAPersonWouldWriteIt() {
      assertEquals(
          """
          {
            "observedAt": "2026-01-15T03:10:00Z",
            "servers": [
              {
                "name": "MABS01",
                "role": "backupServer",
                "collected": [
                  "services"
                ],
                "clock": {
                  "offsetSeconds": -5
                },
                "services": [
                  {
                    "name": "VSS",
                    "present": false
                  }
                ]
              }
            ]
          }
          """,
          FactsDocument.write(
              Facts.builder()
                  .observedAt(Instant.parse("2026-01-15T03:10:00Z"))
                  .server("MABS01", ServerRole.BACKUP_SERVER)
                  .collected("MABS01", FactKind.SERVICES)
                  .add(Service.of("MABS01", "VSS").absent())
                  .add(Clock.of("MABS01").withOffsetSeconds(-5))
                  .build()));
    }
  }
}
