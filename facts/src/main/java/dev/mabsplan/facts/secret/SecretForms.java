package dev.mabsplan.facts.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that have a form of their own, whatever stands before them. */
final class SecretForms {

  private static final int STORAGE_KEY = 86;
  private static final int SHORTEST_CERTIFICATE = 103;

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?:(?<=[?&;])sig=|(?<![A-Za-z])sig(?:=|%3D)(?=[A-Za-z0-9%+/=_.~-]{8}))([A-Za-z0-9%+/=_.~-]++)",
          SecretNames.FLAGS);
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?<!\\w)(?:Bearer[ \\t]{1,10}([A-Za-z0-9._~+/=-]{16,}+)"
              + "|Authorization\\\\{0,3}[\"']?[ \\t]{0,10}[:=][ \\t]{0,10}\\\\{0,3}[\"']?"
              + "(?:Basic|Bearer|SharedKey(?:Lite)?|SharedAccessSignature|Negotiate|NTLM)[ \\t]{1,10}"
              + "([^\"'\\\\\\s][^\"'\\\\\\n]{3,}+))",
          SecretNames.FLAGS);
  private static final Pattern IN_ADDRESS =
      Pattern.compile("://[^\\s/:@\"'<>]{1,100}+:([^\\s/@\"'<>]{1,200}+)@");

  private final Searched in;
  private final Matcher signature;
  private final Matcher authorization;
  private final Matcher address;
  private int signatureUntil;
  private int authorizationUntil;
  private int tokenUntil;
  private int certificateUntil;

  SecretForms(Searched in) {
    this.in = in;
    this.signature = in.matcher(SIGNATURE);
    this.authorization = in.matcher(AUTHORIZATION);
    this.address = in.matcher(IN_ADDRESS);
  }

  void signature(int start) {
    if (start >= signatureUntil && signature.region(start, in.length()).lookingAt()) {
      in.secret(signature.start(1), signature.end(1), "the signature of a shared access token");
      signatureUntil = signature.end();
    }
  }

  void authorization(int start) {
    if (start >= authorizationUntil && authorization.region(start, in.length()).lookingAt()) {
      int group = authorization.start(1) >= 0 ? 1 : 2;
      in.secret(authorization.start(group), authorization.end(group), "a token");
      authorizationUntil = authorization.end();
    }
  }

  /** Takes a JSON Web Token: two or three parts, of which the first begins so. */
  void webToken(int start) {
    if (start < tokenUntil || !in.text().startsWith("eyJ", start) || isWord(in.at(start - 1))) {
      return;
    }
    int end = endOfPart(start);
    tokenUntil = end;
    if (end - start < 13 || in.at(end) != '.' || endOfPart(end + 1) - end < 6) {
      return;
    }
    end = endOfPart(end + 1);
    end = in.at(end) == '.' ? endOfPart(end + 1) : end;
    tokenUntil = end;
    in.secret(start, end, "a token");
  }

  private int endOfPart(int from) {
    return in.first(from, in.length(), c -> !isWord((char) c) && c != '-');
  }

  private static boolean isWord(char c) {
    return c == '_' || (isBase64(c) && c != '+' && c != '/');
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  /** Takes a key of 64 bytes, going by what ends it. */
  void storageKey(int equals) {
    if (in.at(equals + 2) == '=' || equals < STORAGE_KEY) {
      return;
    }
    int start = equals;
    while (start > equals - STORAGE_KEY && isBase64(in.at(start - 1))) {
      start--;
    }
    if (start == equals - STORAGE_KEY && !isBase64(in.at(start - 1))) {
      in.secret(start, equals + 2, "an account key");
    }
  }

  void certificate(int start) {
    if (start < certificateUntil
        || !in.text().startsWith("MII", start)
        || isBase64(in.at(start - 1))) {
      return;
    }
    int end = in.first(start, in.length(), c -> !isBase64((char) c));
    certificateUntil = end;
    if (end - start >= SHORTEST_CERTIFICATE) {
      in.secret(
          start,
          in.first(end, Math.min(in.length(), end + 2), c -> c != '='),
          "a certificate or its key");
    }
  }

  void address(int start) {
    if (address.region(start, in.length()).lookingAt()) {
      in.secret(address.start(1), address.end(1), "a password");
    }
  }
}
