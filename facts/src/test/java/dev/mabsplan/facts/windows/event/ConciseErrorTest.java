package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConciseErrorTest {

  @Test
  void theMessageStandsBehindTheCommand() {
    Sample sample =
        Sample.pasted(
            new ConciseError(),
            "Start-OBRegistration: Vault credentials file provided has expired.",
            "Get-DPMAlert: The server can't be reached.");

    assertEquals(
        List.of("Vault credentials file provided has expired.", "The server can't be reached."),
        sample.errors().stream().map(error -> error.message()).toList());
    assertEquals(
        List.of("mars", "dpm"), sample.errors().stream().map(error -> error.product()).toList());
  }

  @Test
  void ofAScriptItStandsBelowTheLineThatFailed() {
    Sample sample =
        Sample.pasted(
            new ConciseError(),
            "Start-OBRegistration: C:\\scripts\\register.ps1:3:1",
            "Line |",
            "   3 |  Start-OBRegistration -VaultCredentials $file",
            "     |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
            "     | Vault credentials file provided",
            "     | has expired.",
            "Next");

    assertEquals("Vault credentials file provided\nhas expired.", sample.errors().get(0).message());
  }

  @Test
  void aServiceThatIsNotFoundIsAbsent() {
    Sample sample =
        Sample.pasted(
            new ConciseError(),
            "Get-Service: Cannot find any service with service name 'obengine'.");

    assertEquals(List.of(Service.of(Sample.SERVER, "obengine").absent()), sample.facts());
  }

  @Test
  void errorsOfOtherCommandsAreListed() {
    Sample sample =
        Sample.pasted(
            new ConciseError(),
            "Get-Item: Cannot find path 'C:\\x' because it is gone.",
            "Get-DPMAlert: The server can't be reached.");

    assertEquals(
        List.of("1: errors of commands that are not about backup: Get-Item (1)"), sample.unused());
  }
}
