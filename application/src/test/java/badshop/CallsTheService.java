package badshop;

import badfixture.application.order.OpenService;

public record CallsTheService(OpenService service) {}
