package io.ordercore.bootstrap.bench;

import io.ordercore.bootstrap.bench.load.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Live streams read by one thread, which looks at the instant of every change in every one of them. */
final class FeedSubscribers implements AutoCloseable {
    private static final byte[] BEFORE_INSTANT = "\"at\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_INSTANT = 40;
    private static final int BUFFER = 1 << 16;
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Thread thread = new Thread(this::read, "feed-subscribers");
    private Latencies latencies = new Latencies();
    private long seen;
    private volatile boolean over;

    private FeedSubscribers(Selector selector) {
        this.selector = selector;
    }

    static FeedSubscribers open(int port, String token, int count) {
        try {
            FeedSubscribers subscribers = new FeedSubscribers(Selector.open());
            byte[] request = ("GET /offers/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n"
                            + "Authorization: Bearer " + token + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < count; i++) {
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
                channel.register(subscribers.selector, SelectionKey.OP_READ, new Stream());
                subscribers.channels.add(channel);
            }
            subscribers.thread.setDaemon(true);
            subscribers.thread.start();
            return subscribers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what was measured so far, once all streams have seen so many changes. */
    void startAnew(long changes) throws InterruptedException {
        awaitAll(changes);
        synchronized (this) {
            latencies = new Latencies();
            seen = 0;
        }
    }

    /** Waits until every stream has seen so many changes since the last start; answers how many are missing then. */
    long awaitAll(long changes) throws InterruptedException {
        long wanted = changes * channels.size();
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (seen() < wanted && System.currentTimeMillis() < deadline) {
            Thread.sleep(20);
        }
        return wanted - seen();
    }

    private synchronized long seen() {
        return seen;
    }

    synchronized Latencies latencies() {
        return latencies;
    }

    private void read() {
        byte[] bytes = new byte[BUFFER];
        try {
            while (!over) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    readOne((SocketChannel) key.channel(), (Stream) key.attachment(), bytes);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readOne(SocketChannel channel, Stream stream, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.put(stream.rest, 0, stream.length);
        if (channel.read(buffer) < 0) {
            throw new BenchException("a stream ended");
        }
        long now = microsOfDay(LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC));
        int end = buffer.position();
        int at = 0;
        synchronized (this) {
            for (int found = find(bytes, at, end); found >= 0; found = find(bytes, at, end)) {
                int from = found + BEFORE_INSTANT.length;
                int to = from;
                while (to < end && bytes[to] != '"') {
                    to++;
                }
                if (to == end) {
                    break;
                }
                latencies.add(Math.floorMod(now - micros(bytes, from, to), MICROS_A_DAY) * 1_000);
                seen++;
                at = to;
            }
        }
        stream.keep(bytes, Math.max(at, end - LONGEST_INSTANT), end);
    }

    private static int find(byte[] bytes, int from, int end) {
        for (int i = from; i <= end - BEFORE_INSTANT.length; i++) {
            if (bytes[i] == '"'
                    && bytes[i + 1] == 'a'
                    && bytes[i + 2] == 't'
                    && bytes[i + 3] == '"'
                    && bytes[i + 5] == '"') {
                return i;
            }
        }
        return -1;
    }

    /** Of {@code 2026-11-26T13:45:46.123456Z}, the time of the day. */
    private static long micros(byte[] bytes, int from, int to) {
        int time = from + "2026-11-26T".length();
        long seconds = number(bytes, time, 2) * 3600 + number(bytes, time + 3, 2) * 60 + number(bytes, time + 6, 2);
        long fraction = 0;
        for (int i = 0; i < 6; i++) {
            int digit = time + 9 + i;
            fraction = fraction * 10 + (digit < to && bytes[digit] != 'Z' ? bytes[digit] - '0' : 0);
        }
        return seconds * 1_000_000 + fraction;
    }

    private static long number(byte[] bytes, int from, int digits) {
        long number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private static long microsOfDay(LocalTime time) {
        return time.toNanoOfDay() / 1_000;
    }

    @Override
    public void close() {
        over = true;
        selector.wakeup();
        for (SocketChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What of a stream may be the beginning of an instant. */
    private static final class Stream {
        private final byte[] rest = new byte[LONGEST_INSTANT];
        private int length;

        void keep(byte[] bytes, int from, int to) {
            length = to - from;
            System.arraycopy(bytes, from, rest, 0, length);
        }
    }
}
