package dev.mabsplan.facts.windows.network;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAnswerTest {

  private static final NetworkReach AZURE = NetworkReach.of(SERVER, "azure");

  @Test
  void aPageThatAnswersIsReached() {
    Sample sample = read(new WebAnswer(), file("web-answer/open.json"));

    assertEquals(List.of(AZURE.withReachable(true).withHttpStatus(200)), sample.facts());
    assertEquals(List.of(3), sample.lines());
  }

  @Test
  void aProxyThatWantsALoginIsNotAzure() {
    Sample sample = read(new WebAnswer(), file("web-answer/proxy-login.json"));

    assertEquals(List.of(AZURE.withReachable(false).withHttpStatus(407)), sample.facts());
  }

  @Test
  void whoRefusesIsUnknown() {
    Sample sample =
        read(
            new WebAnswer(),
            text("{\"Uri\":\"https://login.microsoftonline.com\",\"StatusCode\":403}"));

    assertEquals(List.of(AZURE.withHttpStatus(403)), sample.facts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-name", "powershell-7"})
  void aPageThatDoesNotAnswerIsNotReached(String name) {
    Sample sample = read(new WebAnswer(), file("web-answer/" + name + ".json"));

    assertEquals(List.of(AZURE.withReachable(false)), sample.facts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-tls", "powershell-7-no-tls"})
  void aConnectionThatTlsEndedIsNoClosedWay(String name) {
    Sample sample = read(new WebAnswer(), file("web-answer/" + name + ".json"));

    assertEquals(List.of(), sample.facts());
    assertEquals(List.of("4: a connection that ended before there was an answer"), sample.unused());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.contoso.com",
        "https://login.microsoftonline.com.evil.com",
        "no address"
      })
  void anotherPageSaysNothingOfAzure(String uri) {
    Sample sample = read(new WebAnswer(), text("{\"Uri\":\"" + uri + "\",\"StatusCode\":200}"));

    assertEquals(List.of(), sample.facts());
    assertEquals(List.of("1: a page that is no endpoint of Azure Backup"), sample.unused());
  }

  @Test
  void aStatusThatIsNoneIsUnread() {
    Sample sample =
        read(
            new WebAnswer(),
            text("{\"Uri\":\"https://login.microsoftonline.com\",\"StatusCode\":\"OK?\"}"));

    assertEquals(List.of(), sample.facts());
    assertEquals(List.of("1: StatusCode is no status of HTTP"), sample.unread());
  }

  @Test
  void whatStandsBeforeTheDamageIsRead() {
    Sample sample = read(new WebAnswer(), file("web-answer/damaged.json"));

    assertEquals(List.of(AZURE.withReachable(true).withHttpStatus(200)), sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
