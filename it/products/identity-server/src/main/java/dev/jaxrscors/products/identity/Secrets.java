package dev.jaxrscors.products.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** What nobody else may know, made and compared. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  // bcrypt hashes no more.
  private static final int LONGEST = 72;

  private Secrets() {}

  /** Returns a text that nobody guesses. */
  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  /**
   * Reports whether a password is the one that a hash was made of.
   *
   * @param hash as the tools for bcrypt make it
   */
  static boolean matches(String password, String hash) {
    byte[] bytes = password.getBytes(UTF_8);
    return bytes.length <= LONGEST && OpenBSDBCrypt.checkPassword(hash, bytes);
  }

  /**
   * Reports whether a code is redeemed by whoever asked for it.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.6">PKCE, the S256 method</a>
   */
  static boolean isVerifier(String verifier, String challenge) {
    byte[] expected = BASE64.encode(sha256(verifier.getBytes(US_ASCII)));
    return MessageDigest.isEqual(expected, challenge.getBytes(US_ASCII));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
