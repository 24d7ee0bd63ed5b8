package io.ordercore.bootstrap.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordercore.adapters.catalog.PublicAddresses;
import io.ordercore.application.notice.webhook.WebhookSender;
import io.ordercore.application.notice.webhook.WebhookSignature;
import io.ordercore.domain.notice.webhook.WebhookDelivery.Attempt;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts messages over HTTP/1.1. A client of its own, because the address that was checked must be the one that is connected to: a
 * library would look the name up once more. It reads the status and no more, so no answer can be too long.
 */
public final class HttpWebhookSender implements WebhookSender {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int THREADS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(HttpWebhookSender.class);
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ordercore-webhook-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final boolean anywhere;
    private final Duration patience;
    private final Names names;

    /** What a host's name stands for. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    HttpWebhookSender(boolean anywhere, Duration patience, Names names) {
        this.anywhere = anywhere;
        this.patience = patience;
        this.names = names;
    }

    /**
     * Sends.
     *
     * @param anywhere whether plain http and private addresses are allowed: for development only
     */
    public static HttpWebhookSender of(boolean anywhere) {
        return new HttpWebhookSender(anywhere, PATIENCE, InetAddress::getAllByName);
    }

    /** Threads to send on; they end when nothing is to be sent, or with the program. */
    public static Executor threads() {
        return new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "ordercore-webhook");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Optional<String> refusal(URI url) {
        String scheme = url.getScheme();
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null || scheme == null) {
            return Optional.of("not-a-url");
        }
        if (!scheme.equals("https") && !(anywhere && scheme.equals("http"))) {
            return Optional.of("not-https");
        }
        try {
            address(url);
            return Optional.empty();
        } catch (PrivateAddressException e) {
            return Optional.of("private-address");
        } catch (UnknownHostException e) {
            return Optional.of("unknown-host");
        }
    }

    /** Any private one among the addresses of a name spoils it. */
    private InetAddress address(URI url) throws UnknownHostException {
        InetAddress[] all = names.of(url.getHost());
        for (InetAddress one : all) {
            if (!anywhere && !PublicAddresses.contains(one)) {
                throw new PrivateAddressException(url.getHost());
            }
        }
        return all[0];
    }

    @Override
    public Attempt send(URI url, List<WebhookSecret> secrets, WebhookMessage message, Instant now) {
        long began = System.nanoTime();
        Optional<String> refusal = refusal(url);
        if (refusal.isPresent()) {
            return new Attempt(now, 0, refusal.get(), 0);
        }
        int answer = 0;
        String failure = "";
        long deadline = began + patience.toNanos();
        try {
            answer = post(url, request(url, secrets, message, now), deadline);
        } catch (SocketTimeoutException e) {
            failure = "timeout";
        } catch (IOException e) {
            failure =
                    System.nanoTime() - deadline >= 0 ? "timeout" : e.getClass().getSimpleName();
        }
        return new Attempt(now, answer, failure, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private int post(URI url, byte[] request, long deadline) throws IOException {
        boolean tls = url.getScheme().equals("https");
        int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        try (Socket plain = new Socket()) {
            // A time-out of a socket starts anew with every byte; this one does not. Never early, or it would not be
            // called one.
            ScheduledFuture<?> end =
                    WATCH.schedule(() -> close(plain), deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            try {
                return exchange(url, plain, tls, port, request, deadline);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a socket could not be closed", e);
        }
    }

    private int exchange(URI url, Socket plain, boolean tls, int port, byte[] request, long deadline)
            throws IOException {
        plain.connect(new InetSocketAddress(address(url), port), CONNECT_MILLIS);
        plain.setSoTimeout(left(deadline));
        try (Socket socket = tls ? secured(plain, url.getHost(), port) : plain) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return status(socket, deadline);
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** {@code HTTP/1.1 204 No Content}. A server that sends a letter a second gets no longer than one that sends none. */
    private static int status(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = 0; next != '\n' && line.length() < LONGEST_LINE; line.append((char) next)) {
            socket.setSoTimeout(left(deadline));
            next = in.read();
            if (next < 0) {
                throw new IOException("no answer");
            }
        }
        String[] words = line.toString().strip().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9]{2}")) {
            throw new IOException("not HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private static int left(long deadline) throws SocketTimeoutException {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis < 1) {
            throw new SocketTimeoutException();
        }
        return (int) millis;
    }

    private static byte[] request(URI url, List<WebhookSecret> secrets, WebhookMessage message, Instant now) {
        String id = "msg_" + message.id();
        long seconds = now.getEpochSecond();
        byte[] content = body(message).getBytes(StandardCharsets.UTF_8);
        List<String> signatures = secrets.stream()
                .map(secret -> WebhookSignature.of(secret, id, seconds, content))
                .toList();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String head = "POST " + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1\r\n"
                + "Host: " + url.getHost() + (url.getPort() > 0 ? ":" + url.getPort() : "") + "\r\n"
                + "User-Agent: Ordercore\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + content.length + "\r\n"
                + "webhook-id: " + id + "\r\n"
                + "webhook-timestamp: " + seconds + "\r\n"
                + "webhook-signature: " + String.join(" ", signatures) + "\r\n"
                + "Connection: close\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        return whole;
    }

    private static String body(WebhookMessage message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", message.type());
        body.put("timestamp", message.at().toString());
        body.put("data", message.data());
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can be written as JSON", e);
        }
    }

    private static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddressException(String host) {
            super(host);
        }
    }
}
