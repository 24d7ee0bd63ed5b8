package io.ordercore.bootstrap.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection on which a test may break every rule of HTTP. */
final class RawConnection implements AutoCloseable {
    /** The server ended the connection without a word that arrived. */
    static final int CLOSED = -1;

    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;

    private static final int LONGEST_SECONDS = 60;

    private final Socket socket;
    private final AtomicBoolean hung = new AtomicBoolean();

    /** Ends after so long: a server that neither reads nor answers is a failure, not a test that never ends. */
    private RawConnection(Socket socket) {
        this.socket = socket;
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(() -> {
            if (!socket.isClosed()) {
                hung.set(true);
                quietly(socket);
            }
        });
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // So be it.
        }
    }

    static RawConnection to(RunningServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
        return new RawConnection(socket);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends so many times what the server may have ended listening to. */
    void sendUntilClosed(String text, int times) {
        try {
            for (int i = 0; i < times; i++) {
                send(text);
            }
        } catch (IOException closed) {
            // So be it.
        }
    }

    /** Of the answer, or {@link #CLOSED}. */
    int status() throws IOException {
        try {
            byte[] line = socket.getInputStream().readNBytes(STATUS_TO);
            return line.length < STATUS_TO
                    ? CLOSED
                    : Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(STATUS_FROM));
        } catch (SocketException reset) {
            if (hung.get()) {
                throw new IOException("no answer within " + LONGEST_SECONDS + " s", reset);
            }
            return CLOSED;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
