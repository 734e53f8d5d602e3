package dev.mabsplan.facts.windows.registry;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemPropertyTest {

  private static final String TLS =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client";
  private static final String PROXY =
      "HKU\\S-1-5-18\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  private static final String MAIL =
      "HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Notification";

  @Test
  void valuesBelongToTheKeyInTheirPath() {
    Sample sample = read(new ItemProperty(), file("item-property/keys.json"));

    assertEquals(
        List.of(
            RegistryValue.of(SERVER, TLS, "Enabled").withData("1"),
            RegistryValue.of(SERVER, TLS, "DisabledByDefault").absent(),
            RegistryValue.of(SERVER, PROXY, "ProxyEnable").withData("1"),
            RegistryValue.of(SERVER, PROXY, "ProxyServer").withData("proxy.contoso.com:8080"),
            RegistryValue.of(SERVER, MAIL, "SMTPUserName").withData("contoso\\backup"),
            RegistryValue.of(SERVER, MAIL, "Hosts").withData("mail01\\0mail02"),
            RegistryValue.of(SERVER, MAIL, "Blob"),
            RegistryValue.of(SERVER, MAIL, "Mask")),
        sample.facts());
    assertEquals(List.of(4, 5, 9, 10, 15, 17, 18, 19), sample.lines());
  }

  @Test
  void aSecretIsNamedAsLeftOutAndNothingMore() {
    Sample sample = read(new ItemProperty(), file("item-property/keys.json"));

    assertEquals(
        List.of("18: binary data of the registry, of which only the name was kept (and 1 more)"),
        sample.unused());
    assertEquals(List.of("16: a secret of the registry was left out"), sample.secret());
    assertFalse((sample.facts() + "" + sample.unused()).contains("cGxhaW4"));
  }

  @Test
  void whoLogsInToAProxyIsNoPartOfItsAddress() {
    Sample sample =
        read(
            new ItemProperty(),
            text(
                "{\"PSPath\":\"Microsoft.PowerShell.Core\\\\Registry::HKEY_USERS\\\\S-1-5-18\\\\Software"
                    + "\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Internet Settings\","
                    + "\"ProxyServer\":\"http://svc:geheim@proxy:8080\"}"));

    assertEquals(
        List.of(
            RegistryValue.of(
                    SERVER,
                    "HKU\\S-1-5-18\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
                    "ProxyServer")
                .withData("http://proxy:8080")),
        sample.facts());
    assertEquals(List.of("1: the user of the proxy was left out"), sample.secret());
  }
}
