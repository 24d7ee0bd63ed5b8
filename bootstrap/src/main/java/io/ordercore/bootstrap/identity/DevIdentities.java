package io.ordercore.bootstrap.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * The {@code dev} profile's own issuer: an EC P-256 key pair made at the first start, and a ready token for each of a few people.
 *
 * <p>In the data directory, all readable by the owner only: {@code dev-signing-key.pem} and {@code dev-public-key.pem};
 * {@code dev-tokens.json}, an object from a name to a bearer token; {@code dev-headers/<name>}, the same as a header that curl
 * reads with {@code -H @file}.
 */
public final class DevIdentities {
    static final String ISSUER = "urn:ordercore:dev";
    static final String AUDIENCE = "ordercore";
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final List<String> NAMES = List.of(
            "buyer-1",
            "buyer-2",
            "merchant-1",
            "merchant-2",
            "warehouse-1",
            "agent-1",
            "reviewer-1",
            "inspector-1",
            "operator-1",
            "operator-2");

    private final Path directory;
    private final PublicKey key;

    private DevIdentities(Path directory, PublicKey key) {
        this.directory = directory;
        this.key = key;
    }

    /** Reads the key and the tokens of the data directory, or makes those that are missing. */
    public static DevIdentities in(Path directory, Instant now) {
        try {
            Files.createDirectories(directory);
            Path privateFile = directory.resolve("dev-signing-key.pem");
            Path publicFile = directory.resolve("dev-public-key.pem");
            if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
                KeyPair pair = newPair();
                write(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                write(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
                Files.deleteIfExists(directory.resolve("dev-tokens.json"));
            }
            PublicKey publicKey = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der(publicFile)));
            DevIdentities identities = new DevIdentities(directory, publicKey);
            if (!Files.exists(directory.resolve("dev-tokens.json"))) {
                identities.issueTokens(
                        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(privateFile))), now);
            }
            return identities;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidSettingException("the dev keys in " + directory
                    + " are damaged; delete dev-signing-key.pem and the next start makes new keys and tokens.");
        }
    }

    /** The file with the {@code Authorization} header of this person. */
    public Path headerOf(String name) {
        return directory.resolve("dev-headers").resolve(name);
    }

    /** A token for anybody, whose role is their name without its number, made with the key of the data directory. */
    public String tokenOf(String name, Instant now) {
        try {
            Path privateFile = directory.resolve("dev-signing-key.pem");
            return token(
                    name, KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(privateFile))), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the dev key in " + directory + " is damaged", e);
        }
    }

    PublicKey key() {
        return key;
    }

    private void issueTokens(PrivateKey signingKey, Instant now) throws IOException {
        Map<String, String> tokens = new LinkedHashMap<>();
        Files.createDirectories(directory.resolve("dev-headers"));
        for (String name : NAMES) {
            String token = token(name, signingKey, now);
            tokens.put(name, token);
            write(headerOf(name), "Authorization: Bearer " + token + "\n");
        }
        byte[] json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(tokens);
        write(directory.resolve("dev-tokens.json"), new String(json, StandardCharsets.UTF_8) + "\n");
    }

    /** A person's role is the name without its number. */
    private static String token(String name, PrivateKey signingKey, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(name);
        claims.setStringListClaim("groups", List.of(name.substring(0, name.lastIndexOf('-'))));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(signingKey);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign with our own key", e);
        }
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }

    private static byte[] der(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    /** Owner-readable from its first byte on, and whole or not at all. */
    private static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, text);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
