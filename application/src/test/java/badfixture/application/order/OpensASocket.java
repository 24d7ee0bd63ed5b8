package badfixture.application.order;

import java.net.InetSocketAddress;

public record OpensASocket(InetSocketAddress carrier) {}
