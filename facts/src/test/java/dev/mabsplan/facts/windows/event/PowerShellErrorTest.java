package dev.mabsplan.facts.windows.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerShellErrorTest {

  @Test
  void aServiceThatIsNotFoundIsAbsentInWhateverLanguage() {
    Sample sample =
        Sample.pasted(
            new PowerShellError(),
            "Get-Service : Det går inte att hitta någon tjänst med tjänstnamnet obengine.",
            "Vid rad:1 tecken:1",
            "+ Get-Service obengine",
            "+ ~~~~~~~~~~~~~~~~~~~~",
            "    + CategoryInfo          : ObjectNotFound: (obengine:String) [Get-Service], Service",
            "   CommandException",
            "    + FullyQualifiedErrorId : NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.G",
            "   etServiceCommand");

    assertEquals(List.of(Service.of(Sample.SERVER, "obengine").absent()), sample.facts());
  }

  @Test
  void messageAndSymbolicNameAreTakenAndNothingElse() {
    assertEquals(
        List.of(
            "2: name CBPUserExpiredVaultCredential | message Vault credentials file provided has"
                + " expired. We recommend you download a new vault credentials⏎file from the portal"
                + " and use it within 2 days. | product mars"),
        Sample.read(new PowerShellError(), Sample.file("powershell/registration.txt"))
            .errorLines());
  }

  @Test
  void errorsOfOtherCommandsAreCounted() {
    assertEquals(
        List.of("UNUSED 12: errors of commands that are not about backup: Get-ChildItem (1)"),
        Sample.read(new PowerShellError(), Sample.file("powershell/registration.txt"))
            .remarkLines());
  }

  @Test
  void aNameBrokenByTheEndOfALineIsWhole() {
    assertEquals(
        List.of(
            "2: name CBPUnableToReadVaultCredentialFile | message Det gick inte att läsa filen med"
                + " valvautentiseringsuppgifter. (ID: 34528) | product mars"),
        Sample.read(new PowerShellError(), Sample.file("powershell/swedish.txt")).errorLines());
  }

  @Test
  void theValueOfASecretParameterStaysOut() {
    Sample sample = Sample.read(new PowerShellError(), Sample.file("powershell/passphrase.txt"));
    assertFalse(sample.notes().errors().toString().contains("battery"));
    assertEquals(
        List.of("SECRET 1: something secret in the message was left out"), sample.remarkLines());
  }

  @Test
  void aMessageInPlaceOfANameIsNoName() {
    assertEquals(
        List.of("1: message It failed. | product mars"),
        Sample.read(
                new PowerShellError(),
                """
                It failed.
                At C:\\scripts\\register.ps1:12 char:3
                + Start-OBRegistration -Passphrase geheim
                    + CategoryInfo          : NotSpecified: (:) [Start-OBRegistration], Exception
                    + FullyQualifiedErrorId : It failed.,Microsoft.Internal.CloudBackup.Commands.X
                """)
            .errorLines());
  }

  @Test
  void anErrorCutOffBeforeItsIdIsListedAndHidesNoneBeforeIt() {
    String whole = Sample.file("powershell/registration.txt").text();
    Sample sample =
        Sample.read(new PowerShellError(), whole.substring(0, whole.lastIndexOf("    + Fully")));
    assertEquals(1, sample.notes().errors().size());
    assertEquals(
        List.of("UNREAD 16: an error cut off before its FullyQualifiedErrorId"),
        sample.remarkLines());
  }
}
