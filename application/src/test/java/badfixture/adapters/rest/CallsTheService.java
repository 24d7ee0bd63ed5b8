package badfixture.adapters.rest;

import badfixture.application.order.OpenService;

public record CallsTheService(OpenService service) {}
