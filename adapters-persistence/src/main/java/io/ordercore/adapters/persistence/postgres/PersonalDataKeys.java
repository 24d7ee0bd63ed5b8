package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import io.ordercore.domain.party.PhoneNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The keys of personal and payment data: AES-256-GCM for what is read back, a keyed hash (HMAC-SHA-256, its own key) for what
 * is only searched. They live in a file outside the database; without it the data is lost, and so it should be.
 *
 * <p>The file is a JSON object with two Tink keysets, {@code encryption} and {@code search}. To rotate, add a key to {@code
 * encryption} and make it the primary: new rows use it, old rows stay readable as long as their key stays in the set.
 */
public final class PersonalDataKeys {
    /** Names the file of keys: an environment variable, or the system property {@code ordercore.keyset.file} before it. */
    public static final String FILE_VARIABLE = "ORDERCORE_KEYSET_FILE";

    private static final String FILE_PROPERTY = "ordercore.keyset.file";
    private static final int INDEX_LENGTH = 16;

    private final KeysetHandle encryption;
    private final KeysetHandle search;
    private final Aead aead;
    private final PrfSet prf;

    private PersonalDataKeys(KeysetHandle encryption, KeysetHandle search) throws GeneralSecurityException {
        this.encryption = encryption;
        this.search = search;
        this.aead = encryption.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.prf = search.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    /**
     * Reads the keys from a file.
     *
     * @throws IOException if there is no such file or it holds no keys
     */
    public static PersonalDataKeys fromFile(Path file) throws IOException {
        register();
        String text = Files.readString(file);
        try {
            JsonNode both = Json.read(text);
            return new PersonalDataKeys(keyset(both.path("encryption")), keyset(both.path("search")));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("not a file of keys: " + file, e);
        }
    }

    /** Reads the keys from a file, which is made with fresh ones (readable by its owner only) if there is none. */
    public static PersonalDataKeys fromFileOrNew(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                generate().writeTo(file);
            } catch (FileAlreadyExistsException e) {
                return fromFile(file);
            }
        }
        return fromFile(file);
    }

    /**
     * Reads the keys from the file that {@link #FILE_VARIABLE} names. No file is made: who loses its keys has lost the data.
     *
     * @throws IllegalStateException if it names none, or one that holds no keys
     */
    public static PersonalDataKeys fromEnvironment() {
        String file = System.getProperty(FILE_PROPERTY, System.getenv(FILE_VARIABLE));
        if (file == null) {
            throw new IllegalStateException(FILE_VARIABLE + " names no file of keys for personal data");
        }
        try {
            return fromFile(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(FILE_VARIABLE + ": no keys in " + file, e);
        }
    }

    /** Fresh keys, in memory only. */
    public static PersonalDataKeys generate() {
        register();
        try {
            HmacPrfParameters hmac = HmacPrfParameters.builder()
                    .setKeySizeBytes(32)
                    .setHashType(HmacPrfParameters.HashType.SHA256)
                    .build();
            return new PersonalDataKeys(
                    KeysetHandle.newBuilder()
                            .addEntry(primary(PredefinedAeadParameters.AES256_GCM))
                            .build(),
                    KeysetHandle.newBuilder().addEntry(primary(hmac)).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These keys and a fresh primary one: what is encrypted with it is readable only by those who have it. */
    public PersonalDataKeys rotated() {
        try {
            return new PersonalDataKeys(
                    KeysetHandle.newBuilder(encryption)
                            .addEntry(primary(PredefinedAeadParameters.AES256_GCM))
                            .build(),
                    search);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes the keys, in clear, to a new file that only its owner may read.
     *
     * @throws FileAlreadyExistsException if there is one
     */
    public void writeTo(Path file) throws IOException {
        String text;
        try {
            text = "{\"encryption\":" + serialized(encryption) + ",\"search\":" + serialized(search) + "}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, text);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Encrypts a text so that only {@link #decrypt} with the same {@code place} (table, column, row) reads it. */
    byte[] encrypt(String text, String place) {
        try {
            return aead.encrypt(bytes(text), bytes(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + place, e);
        }
    }

    /**
     * Reads what {@link #encrypt} wrote.
     *
     * @throws IllegalStateException if it was changed, moved from another place, or its key is not here
     */
    String decrypt(byte[] cipher, String place) {
        try {
            return new String(aead.decrypt(cipher, bytes(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + place, e);
        }
    }

    /** Under what a telephone number is found: a keyed hash of its digits. */
    byte[] index(PhoneNumber phone) {
        try {
            return prf.computePrimary(bytes(phone.value().replace("+", "")), INDEX_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash", e);
        }
    }

    private static KeysetHandle.Builder.Entry primary(Parameters parameters) {
        return KeysetHandle.generateEntryFromParameters(parameters)
                .withRandomId()
                .makePrimary();
    }

    private static String serialized(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle keyset(JsonNode json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                json.toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static void register() {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PersonalDataKeys[…]";
    }
}
