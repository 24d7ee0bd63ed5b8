package io.ordercore.adapters.catalog;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are anybody's to ask: none of this machine, of a private network, of a cloud's metadata, none reserved (the
 * special-purpose registries of IANA, RFC 6890). IPv6 within IPv4-translating prefixes is refused, for it leads to any of those.
 */
public final class PublicAddresses {
    private static final List<Network> RESERVED = List.of(
            network("0.0.0.0", 8),
            network("10.0.0.0", 8),
            network("100.64.0.0", 10), // shared by carriers; a cloud's metadata stands in it
            network("127.0.0.0", 8),
            network("169.254.0.0", 16), // link-local; most clouds' metadata
            network("172.16.0.0", 12),
            network("192.0.0.0", 24),
            network("192.0.2.0", 24),
            network("192.88.99.0", 24),
            network("192.168.0.0", 16),
            network("198.18.0.0", 15),
            network("198.51.100.0", 24),
            network("203.0.113.0", 24),
            network("224.0.0.0", 3), // multicast and what is kept for later
            network("168.63.129.16", 32), // a cloud's own services under a public address
            network("2001::", 23), // Teredo and other protocols
            network("2001:db8::", 32),
            network("2002::", 16), // 6to4
            network("3fff::", 20));
    private static final Network GLOBAL_UNICAST = network("2000::", 3);

    private PublicAddresses() {}

    public static boolean contains(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address))
                && RESERVED.stream().noneMatch(network -> network.contains(address));
    }

    private static Network network(String address, int bits) {
        try {
            return new Network(InetAddress.getByName(address), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }

    /** The addresses whose first bits are those of one of them. */
    private record Network(InetAddress first, int bits) {
        boolean contains(InetAddress address) {
            byte[] own = first.getAddress();
            byte[] other = address.getAddress();
            if (own.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >>> (bit % Byte.SIZE);
                if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
