package dev.mabsplan.engine.cli.terminal;

/** How the command ends. */
public final class ExitCode {

  /** A plan was made, empty or not; with {@code --detailed-exitcode}: nothing to do. */
  public static final int OK = 0;

  /** A fault of the program itself. */
  public static final int INTERNAL = 1;

  /** The arguments, the facts or a rule pack are not as they must be. */
  public static final int INPUT = 2;

  /** Of {@code test}: a scenario failed; of {@code lint}: something is wrong. */
  public static final int FAILED = 5;

  /** Of {@code test}: all passed, and too little is covered. */
  public static final int NOT_COVERED = 3;

  /** Of {@code fleet}: a document is not as it must be; all others have their plan. */
  public static final int BROKEN_DOCUMENT = 3;

  /** Standard output can't be written whole. */
  public static final int NOT_WRITTEN = 4;

  /** With {@code --detailed-exitcode}: there are steps. */
  public static final int STEPS = 10;

  /** Of {@code diff} and {@code what-if}: something differs. */
  public static final int DIFFERS = 10;

  /** With {@code --detailed-exitcode}: there are only questions. */
  public static final int QUESTIONS = 11;

  /** With {@code --detailed-exitcode}: an error is unexplained. */
  public static final int UNEXPLAINED = 12;

  private ExitCode() {}
}
