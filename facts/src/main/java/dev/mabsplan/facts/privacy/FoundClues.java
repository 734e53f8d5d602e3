package dev.mabsplan.facts.privacy;

import org.jspecify.annotations.Nullable;

/**
 * Looks for a secret where a clue stands. Most texts have no clue, and nothing is made ready for
 * them.
 */
final class FoundClues {

  private final SecretSearch in;
  private @Nullable SecretBlocks blocks;
  private @Nullable NamedSecrets named;
  private @Nullable SecretArguments arguments;

  FoundClues(SecretSearch in) {
    this.in = in;
  }

  void at(SecretStart clue, int start) {
    switch (clue) {
      case PASSWORD,
          PWD,
          PSW,
          PW_SAID,
          PW_ASSIGNED,
          PW,
          LOSEN,
          LOSEN_PLAIN,
          KRYPTERING,
          KENNWORT,
          MOT_DE_PASSE,
          ADGANGSKODE,
          SALASANA,
          WACHTWOORD,
          KEY,
          NYCKEL,
          SIGNATURE,
          TOKEN,
          CERTIFICATE_NAME,
          PIN ->
          named().at(clue, start);
      case SECRET -> {
        named().at(clue, start);
        arguments().secureString(start);
      }
      case DASHES -> blocks().privateKey(start);
      case PRIVATE_LINES -> blocks().privateLines(start);
      case VAULT -> blocks().vaultCredentials(start);
      case NET -> arguments().net(start);
      case PSEXEC, SQLCMD, OSQL, BCP, SCHTASKS -> arguments().command(start);
    }
  }

  private SecretBlocks blocks() {
    SecretBlocks made = blocks == null ? new SecretBlocks(in) : blocks;
    blocks = made;
    return made;
  }

  private NamedSecrets named() {
    NamedSecrets made = named == null ? new NamedSecrets(in) : named;
    named = made;
    return made;
  }

  private SecretArguments arguments() {
    SecretArguments made = arguments == null ? new SecretArguments(in) : arguments;
    arguments = made;
    return made;
  }
}
