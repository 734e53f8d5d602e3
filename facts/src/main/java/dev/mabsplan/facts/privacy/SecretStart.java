package dev.mabsplan.facts.privacy;

/**
 * Three characters that the name of every secret has in it. A text is read once and only looked at
 * where a clue stands, so that a large file takes no longer than reading it does.
 */
enum SecretStart {
  PASSWORD("pas"),
  PWD("pwd"),
  PSW("psw"),
  PW_SAID("pw:"),
  PW_ASSIGNED("pw="),
  PW("pw "),
  LOSEN("lösen"),
  LOSEN_PLAIN("losen"),
  KRYPTERING("kry"),
  KENNWORT("kennwort"),
  MOT_DE_PASSE("mot de passe"),
  ADGANGSKODE("adg"),
  SALASANA("sal"),
  WACHTWOORD("wac"),
  KEY("key"),
  NYCKEL("nyc"),
  SIGNATURE("sig"),
  SECRET("sec"),
  TOKEN("tok"),
  CERTIFICATE_NAME("cer"),
  PIN("pin"),
  DASHES("---"),
  PRIVATE_LINES("pri"),
  VAULT("vau"),
  NET("net"),
  PSEXEC("pse"),
  SQLCMD("sql"),
  OSQL("osq"),
  BCP("bcp"),
  SCHTASKS("sch");

  private final String begins;

  SecretStart(String begins) {
    this.begins = begins;
  }

  String begins() {
    return begins;
  }
}
