package dev.jaxrscors.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Digests: every Java platform has this one. */
final class Sha256 {

  private Sha256() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(digest(bytes));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
