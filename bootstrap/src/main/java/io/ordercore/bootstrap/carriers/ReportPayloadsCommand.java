package io.ordercore.bootstrap.carriers;

import io.ordercore.adapters.logistics.RecordedPayload;
import io.ordercore.adapters.logistics.RecordedPayloads;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingState;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report-payloads FOLDER}: 0 when every event has a meaning, 1 when a code is unmapped, 2 if the folder is not there. */
@Command(
        name = "report-payloads",
        mixinStandardHelpOptions = true,
        description = {
            "Reads every carrier's payload below a folder as the adapter would in operation (the folder's name says whose it",
            "is) and prints each event: its instant or why there is none, status, incident; then a line per carrier."
        })
public final class ReportPayloadsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "Payloads, JSON or XML, in folders named after their carriers.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isDirectory(folder)) {
            spec.commandLine().getErr().println("report-payloads: no such folder: " + folder);
            return 2;
        }
        List<RecordedPayload> all;
        try (RecordedPayloads payloads = new RecordedPayloads(Clock.systemUTC())) {
            all = payloads.in(folder);
        }
        all.stream().filter(RecordedPayload::isTracking).forEach(payload -> print(payload, out));
        Map<String, List<RecordedPayload>> byCarrier = all.stream()
                .collect(Collectors.groupingBy(
                        it -> it.carrier().isEmpty() ? "(no adapter)" : it.carrier(),
                        TreeMap::new,
                        Collectors.toList()));
        out.printf(
                "%n%-14s %8s %8s %8s %8s %8s %8s %9s %8s %8s%n",
                "carrier",
                "files",
                "tracking",
                "events",
                "instant",
                "unknown",
                "unmapped",
                "incidents",
                "put aside",
                "differ");
        byCarrier.forEach((carrier, payloads) -> total(carrier, payloads, out));
        out.flush();
        return all.stream().anyMatch(it -> unmapped(it) > 0) ? 1 : 0;
    }

    private static void print(RecordedPayload payload, PrintWriter out) {
        TrackingState state = payload.state();
        out.printf("%n%s  %s%n", payload.file(), state == null ? payload.outcome() : verdict(payload, state));
        if (state != null) {
            state.events().forEach(event -> out.printf("  %s%n", line(event)));
        }
        differences(payload).forEach(difference -> out.printf("  differs: %s%n", difference));
    }

    private static String verdict(RecordedPayload payload, TrackingState state) {
        return state.status() + " "
                + state.incidents().stream()
                        .map(it -> it.kind() + (it.isOpen() ? "" : " over"))
                        .toList()
                + (payload.windows() == 0 ? "" : ", " + payload.windows() + " arrival windows")
                + (payload.quarantined() == 0 ? "" : ", " + payload.quarantined() + " put aside");
    }

    private static String line(TrackingEvent event) {
        EventTime time = event.time();
        String instant = time.instant() == null ? "unknown (" + time.raw() + ")" : time.instant() + " " + time.source();
        TrackingStatus status = event.meaning().status();
        IncidentKind incident = event.meaning().incident();
        return String.format(
                "%-44s %-12s %-18s %-22s %s",
                instant,
                event.rawCode(),
                status == null ? "-" : status,
                incident == null ? "-" : incident,
                event.text());
    }

    private static void total(String carrier, List<RecordedPayload> payloads, PrintWriter out) {
        List<TrackingEvent> events = payloads.stream()
                .map(RecordedPayload::state)
                .filter(Objects::nonNull)
                .flatMap(state -> state.events().stream())
                .toList();
        long known = events.stream().filter(it -> it.time().instant() != null).count();
        out.printf(
                "%-14s %8d %8d %8d %8d %8d %8d %9d %8d %8d%n",
                carrier,
                payloads.stream().map(RecordedPayload::file).distinct().count(),
                payloads.stream()
                        .filter(RecordedPayload::isTracking)
                        .map(RecordedPayload::file)
                        .distinct()
                        .count(),
                events.size(),
                known,
                events.size() - known,
                payloads.stream().mapToLong(ReportPayloadsCommand::unmapped).sum(),
                events.stream().filter(it -> it.meaning().incident() != null).count(),
                payloads.stream().mapToInt(RecordedPayload::quarantined).sum(),
                payloads.stream().filter(it -> !differences(it).isEmpty()).count());
    }

    private static long unmapped(RecordedPayload payload) {
        TrackingState state = payload.state();
        return state == null
                ? 0
                : state.events().stream().filter(it -> !it.meaning().isMapped()).count();
    }

    private static List<String> differences(@Nullable RecordedPayload payload) {
        return payload == null || payload.expected() == null
                ? List.of()
                : payload.expected().differences(payload.state());
    }
}
