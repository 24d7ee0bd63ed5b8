package io.ordercore.adapters.rest.logistics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done, in words for the buyer. */
@Schema(name = "Resolution")
record ResolutionBody(@NotBlank @Size(max = 500) String note) {}
