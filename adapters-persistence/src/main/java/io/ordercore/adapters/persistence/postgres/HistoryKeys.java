package io.ordercore.adapters.persistence.postgres;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The key that signs digests of the history (Ed25519): a Tink keyset in a file outside the database, so that whoever owns the
 * database still cannot sign. A key that was replaced stays in the set, and what it signed stays proven.
 */
public final class HistoryKeys {
    private final KeysetHandle keyset;
    private final PublicKeySign sign;
    private final PublicKeyVerify verify;

    private HistoryKeys(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.sign = keyset.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        this.verify = keyset.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
    }

    /**
     * Reads the key from a file.
     *
     * @throws IOException if there is no such file or it holds no key
     */
    public static HistoryKeys fromFile(Path file) throws IOException {
        try {
            SignatureConfig.register();
            return new HistoryKeys(TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IOException("not a file of signing keys: " + file, e);
        }
    }

    /** Reads the key from a file, which is made with a fresh one (readable by its owner only) if there is none. */
    public static HistoryKeys fromFileOrNew(Path file) throws IOException {
        if (!Files.exists(file)) {
            generate().writeTo(file);
        }
        return fromFile(file);
    }

    /** A fresh key, in memory only. */
    public static HistoryKeys generate() {
        try {
            SignatureConfig.register();
            return new HistoryKeys(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519)
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeTo(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    whole,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    byte[] sign(byte[] what) {
        try {
            return sign.sign(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    boolean isSigned(byte[] what, byte[] signature) {
        try {
            verify.verify(signature, what);
            return true;
        } catch (GeneralSecurityException notOurs) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "HistoryKeys[…]";
    }
}
