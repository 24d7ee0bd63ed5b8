package io.ordercore.adapters.catalog;

import io.ordercore.domain.catalog.PictureFacts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Measures a picture by its bytes, whatever its name or its server says: JPEG, PNG, GIF, WebP. */
final class PictureBytes {
    /** A picture of more pixels is not decoded: a small file can hold a huge one. */
    private static final long MOST_PIXELS = 100_000_000;
    /** Pixels read of the longer side; the likeness needs no more. */
    private static final int SAMPLED_SIDE = 512;

    private static final int HASH_WIDTH = 9;
    private static final int HASH_HEIGHT = 8;

    private PictureBytes() {}

    /** Empty if the bytes are no picture of these kinds. */
    static Optional<PictureFacts> measure(byte[] bytes) {
        String type = type(bytes);
        byte[] hash = sha256(bytes);
        try {
            if (type.equals("image/webp")) {
                return webp(bytes, hash);
            }
            return type.isEmpty() ? Optional.empty() : decoded(bytes, type, hash);
        } catch (IOException | RuntimeException unreadable) {
            // ImageIO throws whatever comes to its mind at broken files.
            return Optional.empty();
        }
    }

    private static String type(byte[] bytes) {
        if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return "image/png";
        }
        if (startsWith(bytes, 0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        return startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P') ? "image/webp" : "";
    }

    private static boolean startsWith(byte[] bytes, int from, int... magic) {
        if (bytes.length < from + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[from + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<PictureFacts> decoded(byte[] bytes, String type, byte[] hash) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long likeness = (long) width * height > MOST_PIXELS ? exact(hash) : likeness(reader, width, height, hash);
            return Optional.of(new PictureFacts(
                    type, width, height, bytes.length, HexFormat.of().formatHex(hash), likeness));
        } finally {
            reader.dispose();
        }
    }

    private static long likeness(ImageReader reader, int width, int height, byte[] hash) {
        try {
            ImageReadParam some = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / SAMPLED_SIDE);
            // A side must keep a pixel for each column and row of the hash where it has one.
            some.setSourceSubsampling(
                    Math.min(step, Math.max(1, width / HASH_WIDTH)),
                    Math.min(step, Math.max(1, height / HASH_HEIGHT)),
                    0,
                    0);
            return differences(reader.read(0, some));
        } catch (IOException | RuntimeException undecodable) {
            // Four-colour JPEG, for one: its measures are known, its look is not.
            return exact(hash);
        }
    }

    /** A bit for each of 64 places: whether it is brighter than its neighbour to the right (difference hash). */
    private static long differences(BufferedImage image) {
        long[][] grey = new long[HASH_HEIGHT][HASH_WIDTH];
        for (int row = 0; row < HASH_HEIGHT; row++) {
            for (int column = 0; column < HASH_WIDTH; column++) {
                grey[row][column] = brightness(image, column, row);
            }
        }
        long bits = 0;
        for (int row = 0; row < HASH_HEIGHT; row++) {
            for (int column = 0; column < HASH_WIDTH - 1; column++) {
                bits = bits << 1 | (grey[row][column] > grey[row][column + 1] ? 1 : 0);
            }
        }
        return bits;
    }

    /** Mean brightness of a cell of the 9 by 8, in thousandths. */
    private static long brightness(BufferedImage image, int column, int row) {
        int left = column * image.getWidth() / HASH_WIDTH;
        int right = Math.max(left + 1, (column + 1) * image.getWidth() / HASH_WIDTH);
        int top = row * image.getHeight() / HASH_HEIGHT;
        int bottom = Math.max(top + 1, (row + 1) * image.getHeight() / HASH_HEIGHT);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = image.getRGB(x, y);
                sum += 299L * (rgb >> 16 & 0xFF) + 587L * (rgb >> 8 & 0xFF) + 114L * (rgb & 0xFF);
            }
        }
        return sum / ((long) (right - left) * (bottom - top));
    }

    /** Java reads no WebP: its measures stand in the first bytes (RFC 9649), and only the same file looks the same. */
    private static Optional<PictureFacts> webp(byte[] bytes, byte[] hash) {
        int width;
        int height;
        if (startsWith(bytes, 12, 'V', 'P', '8', 'X')) {
            width = 1 + little(bytes, 24, 3);
            height = 1 + little(bytes, 27, 3);
        } else if (startsWith(bytes, 12, 'V', 'P', '8', 'L') && bytes[20] == 0x2F) {
            int packed = little(bytes, 21, 4);
            width = 1 + (packed & 0x3FFF);
            height = 1 + (packed >>> 14 & 0x3FFF);
        } else if (startsWith(bytes, 12, 'V', 'P', '8', ' ') && startsWith(bytes, 23, 0x9D, 0x01, 0x2A)) {
            width = little(bytes, 26, 2) & 0x3FFF;
            height = little(bytes, 28, 2) & 0x3FFF;
        } else {
            return Optional.empty();
        }
        return Optional.of(new PictureFacts(
                "image/webp", width, height, bytes.length, HexFormat.of().formatHex(hash), exact(hash)));
    }

    private static int little(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << Byte.SIZE | (bytes[from + i] & 0xFF);
        }
        return value;
    }

    /** A likeness that only the same file has. */
    private static long exact(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
