package io.ordercore.bootstrap.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP connection with at most one request under way. */
final class Connection {
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final int STATUS_AT = 9;
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final InetSocketAddress server;
    private final ByteBuffer out = Requests.buffer();
    private final byte[] answer = new byte[LARGEST_ANSWER];
    private final ByteBuffer in = ByteBuffer.wrap(answer);
    private SocketChannel channel;
    private long intended;
    private int headEnd;
    private boolean waiting;

    Connection(Selector selector, int port) throws IOException {
        this.selector = selector;
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.channel = connected();
    }

    private SocketChannel connected() throws IOException {
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    /** Where the next request goes before {@link #send}. */
    ByteBuffer empty() {
        return out.clear();
    }

    /** Sends what was put into the buffer; {@code at} is when it should have been. */
    void send(long at) throws IOException {
        intended = at;
        out.flip();
        write();
    }

    private void write() throws IOException {
        in.clear();
        headEnd = 0;
        waiting = true;
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** The same request once more on a new connection. */
    void sendAgain() throws IOException {
        channel.close();
        channel = connected();
        out.rewind();
        write();
    }

    /** A new connection in the place of one the server closed. */
    void renew() throws IOException {
        channel.close();
        channel = connected();
    }

    /** Until it is renewed, or sent again. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a request is under way. */
    boolean isWaiting() {
        return waiting;
    }

    long intended() {
        return intended;
    }

    /**
     * Reads what has come.
     *
     * @return whether the answer is complete
     * @throws IOException if the connection is lost
     */
    boolean read() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("closed by the server");
        }
        if (headEnd == 0) {
            headEnd = endOfHead();
        }
        boolean complete = headEnd > 0 && in.position() >= headEnd + bodyLength();
        waiting = !complete;
        return complete;
    }

    int status() {
        return 100 * (answer[STATUS_AT] - '0') + 10 * (answer[STATUS_AT + 1] - '0') + answer[STATUS_AT + 2] - '0';
    }

    /** Whether the server closes after this answer. */
    boolean closes() {
        return indexOf(CLOSE) >= 0;
    }

    /** The last segment of the Location header. */
    String location() {
        String head = new String(answer, 0, headEnd, StandardCharsets.ISO_8859_1);
        int at = head.toLowerCase(Locale.ROOT).indexOf("location:");
        String line = head.substring(at, head.indexOf('\r', at));
        return line.substring(line.lastIndexOf('/') + 1);
    }

    private int endOfHead() {
        for (int i = 3; i < in.position(); i++) {
            if (answer[i] == '\n' && answer[i - 1] == '\r' && answer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private int bodyLength() {
        int at = indexOf(CONTENT_LENGTH);
        int length = 0;
        if (at >= 0) {
            for (int i = at + CONTENT_LENGTH.length; answer[i] != '\r'; i++) {
                length = answer[i] == ' ' ? length : 10 * length + answer[i] - '0';
            }
        }
        return length;
    }

    /** Where a line of the head begins like this, whatever the case of its letters; -1 if none does. */
    private int indexOf(byte[] lowerCase) {
        for (int i = 1; i <= headEnd - lowerCase.length; i++) {
            if (answer[i - 1] == '\n' && isAt(i, lowerCase)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(int from, byte[] lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            if (lower(answer[from + i]) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
}
