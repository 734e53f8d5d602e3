package dev.mabsplan.engine.bench;

/** The least that a start can be. */
public final class Hello {

  private Hello() {}

  /** Prints a line. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
