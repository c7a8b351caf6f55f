package org.hfsregistry.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The secrets of a registry, each made once and readable by its owner only. */
public record Keys(Path folder) {

    private static final int SECRET_BYTES = 32;
    private static final int RSA_BITS = 2048;

    /** None looks like another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** The file with the base64 secret of the patients' pseudonyms. */
    public Path pseudonymKey() {
        return made("pseudonym.key", Keys::secret);
    }

    /**
     * The files with the secrets that followed it, in their order: {@code pseudonym-2.key} and so on, as far as somebody has put
     * them there.
     */
    public List<Path> laterPseudonymKeys() {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> folder.resolve("pseudonym-" + number + ".key"))
                .takeWhile(Files::exists)
                .toList();
    }

    /** What the commands of this machine show the issuer. */
    public String clientSecret() {
        return read(made("client.secret", Keys::secret));
    }

    /** What the services show the issuer when somebody signs in at one of their pages. */
    public String pagesSecret() {
        return read(made("pages.secret", Keys::secret));
    }

    /** What a person of this machine types to sign in. */
    public String signInPassword() {
        return read(made("sign-in.password", Keys::password));
    }

    /** What the issuer signs tokens with. */
    public KeyPair issuerKey() {
        Path file = made(
                "issuer.key",
                () -> Base64.getMimeEncoder()
                        .encodeToString(newRsaKey().getPrivate().getEncoded()));
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(read(file))));
            return new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotBeDone(
                    "The issuer's key in %s can't be read: %s".formatted(file, e.getMessage()),
                    "Delete the file; a new key is made at the next start, and tokens of the old one end.");
        }
    }

    private Path made(String name, Supplier<String> content) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(folder);
            // A temporary file is its owner's only from the start, and stays so when it is moved.
            Path unfinished = Files.createTempFile(folder, name, ".new");
            Files.writeString(unfinished, content.get());
            return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** To be read off a screen and typed: three times four letters. */
    private static String password() {
        SecureRandom random = new SecureRandom();
        return Stream.generate(() -> random.ints(4, 0, LETTERS.length())
                        .mapToObj(LETTERS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .limit(3)
                .collect(Collectors.joining("-"));
    }

    private static KeyPair newRsaKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
