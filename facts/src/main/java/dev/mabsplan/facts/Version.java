package dev.mabsplan.facts;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A product version: one to six numbers with dots between, compared part by part as numbers, so
 * that 2.0.9249.0 is newer than 2.0.9083.0 and 2.0.9052 equals 2.0.9052.0.
 */
public final class Version implements Comparable<Version> {

  private static final Pattern SYNTAX = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,5}");

  private final int[] parts;

  private Version(int[] parts) {
    this.parts = parts;
  }

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException where the text is not one to six numbers with dots between
   */
  public static Version parse(String text) {
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a version is one to six numbers with dots between, such as 2.0.9249.0; found \""
              + text
              + "\"");
    }
    return new Version(Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray());
  }

  /**
   * Tells whether this version is older than another.
   *
   * @throws IllegalArgumentException where {@code other} is no version
   */
  public boolean isBelow(String other) {
    return compareTo(parse(other)) < 0;
  }

  /**
   * Tells whether this version is the other one or newer.
   *
   * @throws IllegalArgumentException where {@code other} is no version
   */
  public boolean isAtLeast(String other) {
    return !isBelow(other);
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.max(parts.length, other.parts.length); i++) {
      int difference = Integer.compare(part(i), other.part(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.length ? parts[index] : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    int length = parts.length;
    while (length > 0 && parts[length - 1] == 0) {
      length--;
    }
    return Arrays.hashCode(Arrays.copyOf(parts, length));
  }

  @Override
  public String toString() {
    return Arrays.stream(parts).mapToObj(Integer::toString).collect(Collectors.joining("."));
  }
}
