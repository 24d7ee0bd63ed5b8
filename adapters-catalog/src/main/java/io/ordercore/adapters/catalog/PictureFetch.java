package io.ordercore.adapters.catalog;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Reads a file over HTTP/1.1 or HTTPS from a public address only. Java's own clients resolve a name once more when they connect,
 * so that a name could be public when it is looked at and private when it is used; here the address that was looked at is the
 * one connected to, for each redirect anew. Bounded: time, bytes of the head, bytes of the body, redirects.
 */
final class PictureFetch {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int PIECE = 16 * 1024;

    /** Where a name leads. */
    interface Resolver {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** Which places may be asked. */
    interface Gate {
        boolean lets(InetSocketAddress place);

        /** Public addresses, on the ports of the web. */
        Gate PUBLIC = place ->
                (place.getPort() == 80 || place.getPort() == 443) && PublicAddresses.contains(place.getAddress());
    }

    private final Resolver resolver;
    private final Gate gate;
    private final int largest;

    PictureFetch(Resolver resolver, Gate gate, int largest) {
        this.resolver = resolver;
        this.gate = gate;
        this.largest = largest;
    }

    /**
     * The bytes at an address.
     *
     * @throws IOException if they are not to be had within the bounds
     */
    byte[] fetch(String url, Duration within) throws IOException {
        try (Patience patience = Patience.of(within)) {
            return fetch(checked(url), patience);
        }
    }

    private byte[] fetch(URI first, Patience patience) throws IOException {
        URI at = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (Socket socket = connect(at, patience)) {
                Reading reading = new Reading(socket, patience);
                ask(socket, at);
                Head head = head(reading);
                if (head.status == 200) {
                    return body(head, reading);
                }
                String location = head.fields.get("location");
                if (!REDIRECTS.contains(head.status) || location == null) {
                    throw new IOException("answered with " + head.status);
                }
                at = checked(resolved(location, at).toString());
            }
        }
        throw new IOException("led on too often");
    }

    private static URI resolved(String location, URI base) throws IOException {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("leads nowhere", e);
        }
    }

    private static URI checked(String url) throws IOException {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IOException("not an address", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !Set.of("http", "https").contains(scheme)) {
            throw new IOException("not an address of the web");
        }
        return uri;
    }

    private Socket connect(URI uri, Patience patience) throws IOException {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        String host = uri.getHost().startsWith("[")
                ? uri.getHost().substring(1, uri.getHost().length() - 1)
                : uri.getHost();
        InetSocketAddress place = place(host, port);
        Socket plain = new Socket();
        try {
            patience.bound(plain);
            plain.connect(place, patience.left());
            if (!secure) {
                return plain;
            }
            plain.setSoTimeout(patience.left());
            SSLSocket socket = (SSLSocket)
                    ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** One of the addresses of a host, if all of them may be asked: who mixes in a private one means no good. */
    private InetSocketAddress place(String host, int port) throws IOException {
        InetAddress[] addresses = resolver.addressesOf(host);
        for (InetAddress address : addresses) {
            if (!gate.lets(new InetSocketAddress(address, port))) {
                throw new IOException("not a public address");
            }
        }
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        return new InetSocketAddress(addresses[0], port);
    }

    private static void ask(Socket socket, URI uri) throws IOException {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String host = uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
        String request = "GET " + path + query + " HTTP/1.1\r\nHost: " + host
                + "\r\nAccept: image/*\r\nAccept-Encoding: identity\r\nUser-Agent: ordercore\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static Head head(Reading reading) throws IOException {
        String first = reading.line();
        String[] words = first.split(" ", 3);
        if (!first.startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[0-9]{3}")) {
            throw new IOException("not HTTP");
        }
        TreeMap<String, String> fields = new TreeMap<>();
        for (String line = reading.line(); !line.isEmpty(); line = reading.line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Head(Integer.parseInt(words[1]), fields);
    }

    private byte[] body(Head head, Reading reading) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (head.fields.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            for (int size = chunk(reading); size > 0; size = chunk(reading)) {
                copy(reading, size, true, bytes);
                reading.line();
            }
            return bytes.toByteArray();
        }
        String length = head.fields.get("content-length");
        if (length == null) {
            copy(reading, Integer.MAX_VALUE, false, bytes);
        } else {
            copy(reading, length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : Integer.MAX_VALUE, true, bytes);
        }
        return bytes.toByteArray();
    }

    private static int chunk(Reading reading) throws IOException {
        String size = reading.line().split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,7}")) {
            throw new IOException("not a chunk");
        }
        return Integer.parseInt(size, 16);
    }

    private void copy(Reading reading, int count, boolean all, ByteArrayOutputStream into) throws IOException {
        if (all && count > largest - into.size()) {
            throw new IOException("too large");
        }
        byte[] piece = new byte[PIECE];
        int left = count;
        while (left > 0) {
            int read = reading.some(piece, Math.min(piece.length, left));
            if (read < 0) {
                if (all) {
                    throw new IOException("ended early");
                }
                return;
            }
            if (read > largest - into.size()) {
                throw new IOException("too large");
            }
            into.write(piece, 0, read);
            left -= read;
        }
    }

    /** Status and fields of an answer, names in lower case. */
    private record Head(int status, TreeMap<String, String> fields) {}

    /** Reads a socket and loses its patience, however small the pieces that come. */
    private static final class Reading {
        private final Socket socket;
        private final InputStream in;
        private final Patience patience;
        private int headLeft = LONGEST_HEAD;

        Reading(Socket socket, Patience patience) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream(), PIECE);
            this.patience = patience;
        }

        int some(byte[] into, int most) throws IOException {
            socket.setSoTimeout(patience.left());
            return in.read(into, 0, most);
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            byte[] one = new byte[1];
            while (some(one, 1) == 1) {
                headLeft--;
                if (headLeft < 0) {
                    throw new IOException("a head too long");
                }
                if (one[0] == '\n') {
                    return line.toString().stripTrailing();
                }
                line.append((char) (one[0] & 0xFF));
            }
            throw new IOException("ended early");
        }
    }
}
