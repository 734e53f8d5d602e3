package dev.mabsplan.engine.cli.terminal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * Says why a file can't be read or written, and what to do. Of the most frequent reasons Java says
 * the name of the file and nothing else.
 */
public final class FileTrouble {

  private FileTrouble() {}

  /** Returns why, to stand behind the name of the file and a colon. */
  public static String why(IOException thrown) {
    if (thrown instanceof AccessDeniedException) {
      return "you have no permission; run this as administrator, or name another place";
    }
    if (thrown instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    }
    if (thrown instanceof FileAlreadyExistsException other) {
      return other.getFile() + " is a file and no folder";
    }
    if (thrown instanceof CharacterCodingException) {
      return "it is not written in UTF-8";
    }
    if (thrown instanceof FileSystemException file) {
      return reason(Optional.ofNullable(file.getReason()).orElse("the system does not say why"));
    }
    return String.valueOf(thrown.getMessage());
  }

  private static String reason(String said) {
    return switch (said) {
      case "Is a directory" -> "it is a folder; name a file in it";
      case "Not a directory" -> "what stands before its name is a file and no folder";
      case "Read-only file system" -> said + "; name another place";
      default -> said;
    };
  }
}
