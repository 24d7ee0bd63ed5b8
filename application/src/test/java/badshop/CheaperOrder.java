package badshop;

import badfixture.domain.order.OpenOrder;

public final class CheaperOrder extends OpenOrder {}
