package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.logistics.tracking.TrackingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else made of a payload: {@code NAME.expected.json}. Their reading, not the truth: a difference is shown,
 * not counted against anybody.
 */
public final class ExpectedReading {
    private final String status;
    private final int events;

    private ExpectedReading(String status, int events) {
        this.status = status;
        this.events = events;
    }

    /** Absent if there is no such file, or it says nothing of status and events. */
    static @Nullable ExpectedReading beside(Path payload) throws IOException {
        String name = String.valueOf(payload.getFileName()).replaceFirst("\\.[a-z]+$", "");
        Path file = payload.resolveSibling(name + ".expected.json");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return of(Payloads.json(Files.readString(file)));
        } catch (UnreadableAnswerException e) {
            return null;
        }
    }

    private static @Nullable ExpectedReading of(JsonNode tree) {
        JsonNode ours = tree.has("expected") ? tree.path("expected") : tree.path("assertions");
        if (ours.isObject()) {
            String status = text(ours, "ourStatus").isEmpty() ? text(ours, "status") : text(ours, "ourStatus");
            if (status.isEmpty() && ours.path("delivered").asBoolean()) {
                status = "DELIVERED";
            }
            return new ExpectedReading(
                    status, ours.path("events").asInt(ours.path("activityCount").asInt(-1)));
        }
        JsonNode parcel = tree.path("unified").path(0).path(0);
        return parcel.isObject()
                ? new ExpectedReading(
                        text(parcel, "status"),
                        parcel.has("events") ? parcel.path("events").size() : -1)
                : null;
    }

    /** In what the two readings differ; empty if in nothing. */
    public List<String> differences(@Nullable TrackingState state) {
        List<String> found = new ArrayList<>();
        String ours = state == null ? "none" : state.status().name();
        if (!status.isEmpty() && !status.toUpperCase(Locale.ROOT).startsWith(ours)) {
            found.add("status " + ours + ", they say " + status);
        }
        int count = state == null ? 0 : state.events().size();
        if (events >= 0 && events != count) {
            found.add(count + " events, they say " + events);
        }
        return found;
    }
}
