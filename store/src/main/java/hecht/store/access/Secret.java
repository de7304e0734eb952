package hecht.store.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// What opens a link, a session or the API: 32 bytes of chance, as 43 characters of base64url. With that much chance one round
/// of SHA-256 is enough to keep it by; slow hashes are for what people think up.
///
/// @param text shown once to whom it is for
public record Secret(String text) {
    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    public static Secret fresh() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What is kept of it.
    public byte[] digest() {
        return sha256(text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Not the secret, which would end up in a log.
    @Override
    public String toString() {
        return "Secret";
    }
}
