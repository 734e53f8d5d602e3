package dev.mabsplan.engine.cli.serve;

import java.util.Optional;

/** What a server says of its answers besides the document, for whoever asks it from a program. */
public final class AnswerHeaders {

  /** The header that says which mabsplan answers. */
  public static final String VERSION = "Mabsplan-Version";

  /** The header that says what is to be done by a plan. */
  public static final String STANDING = "Mabsplan-Standing";

  /** The header with what was not understood: the first lines, written as in a query. */
  public static final String REMARKS = "Mabsplan-Remarks";

  /** The header that says how many lines above the document tell what was not understood. */
  public static final String REMARKS_ABOVE = "Mabsplan-Remarks-Above";

  private AnswerHeaders() {}

  /** Returns which mabsplan this is. */
  public static String version() {
    return Optional.ofNullable(AnswerHeaders.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
