package dev.mabsplan.facts.secret;

/**
 * Three characters that every secret of some form has in it or before it. A text is read once and
 * only looked at where a clue stands, so that a large file takes no longer than reading it does.
 */
enum Clue {
  PASSWORD("pas"),
  PWD("pwd"),
  PSW("psw"),
  PW_SAID("pw:"),
  PW_ASSIGNED("pw="),
  LOSEN("lösen"),
  LOSEN_PLAIN("losen"),
  KEY("key"),
  NYCKEL("nyc"),
  SIGNATURE("sig"),
  SECRET("sec"),
  TOKEN("tok"),
  CERTIFICATE_NAME("cer"),
  PIN("pin"),
  BEARER("bea"),
  AUTHORIZATION("aut"),
  WEB_TOKEN("eyj"),
  CERTIFICATE("mii"),
  ADDRESS("://"),
  DASHES("---"),
  VAULT("vau"),
  NET("net"),
  PSEXEC("pse"),
  SQLCMD("sql"),
  SCHTASKS("sch"),
  EQUALS("==");

  /** Takes what is found. */
  interface Taker {
    /**
     * Takes a clue.
     *
     * @param start where it begins; whether it is in capitals is not looked at
     */
    void take(Clue clue, int start);
  }

  private static final int BITS = 5;
  private static final int MASK = (1 << (3 * BITS)) - 1;
  private static final byte[] CODES = codes();
  private static final Clue[] ALL = values();
  private static final byte[] BY_CODES = byCodes();

  private final String begins;

  Clue(String begins) {
    this.begins = begins;
  }

  private static byte[] codes() {
    byte[] codes = new byte[256];
    for (char c = 'a'; c <= 'z'; c++) {
      codes[c] = (byte) (c - 'a' + 1);
      codes[Character.toUpperCase(c)] = codes[c];
    }
    codes['ö'] = 27;
    codes['Ö'] = 27;
    codes[':'] = 28;
    codes['/'] = 29;
    codes['-'] = 30;
    codes['='] = 31;
    return codes;
  }

  private static byte[] byCodes() {
    byte[] clues = new byte[MASK + 1];
    for (int number = 1; number <= ALL.length; number++) {
      Clue clue = ALL[number - 1];
      int codes = 0;
      for (int i = 0; i < Math.min(3, clue.begins.length()); i++) {
        codes = (codes << BITS) | CODES[clue.begins.charAt(i)];
      }
      int unknown = clue.length() == 3 ? 1 : 1 << BITS;
      for (int before = 0; before < unknown; before++) {
        clues[(before << (2 * BITS)) | codes] = (byte) number;
      }
    }
    return clues;
  }

  private int length() {
    return Math.min(3, begins.length());
  }

  /** Finds all clues of a text, in their order. */
  static void findIn(String text, Taker taker) {
    int codes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      codes = ((codes << BITS) | (c < CODES.length ? CODES[c] : 0)) & MASK;
      byte found = BY_CODES[codes];
      if (found != 0) {
        Clue clue = ALL[found - 1];
        taker.take(clue, i + 1 - clue.length());
      }
    }
  }
}
