package dev.jaxrscors.products.identity;

/**
 * A login of which the client does not know yet: its page has a code, and asks for a token next.
 *
 * @param login who has logged in, and where
 * @param redirectUri where the code was sent
 * @param challenge what the verifier of whoever asks has to match
 */
record PendingLogin(Login login, String redirectUri, String challenge) {}
