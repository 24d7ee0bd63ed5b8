package io.ordercore.bootstrap.arrival;

import io.ordercore.bootstrap.csv.CsvFile;
import io.ordercore.bootstrap.csv.CsvRow;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.logistics.arrival.Lane;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recorded order with the day that was promised to its buyer. Times without a zone are taken as UTC: only differences count. */
record PromisedJourney(String order, Journey journey, LocalDate promisedDay) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int ZONE_DIGITS = 2;

    static List<PromisedJourney> in(Path file) {
        List<PromisedJourney> all = new ArrayList<>();
        CsvFile.at(file).forEach(row -> all.add(of(row)));
        return all;
    }

    private static PromisedJourney of(CsvRow row) {
        String zip = row.optional("buyer_zip").orElse("");
        Lane lane = new Lane(
                row.optional("merchant_state").orElse(""),
                row.optional("buyer_state").orElse(""),
                zip.substring(0, Math.min(ZONE_DIGITS, zip.length())));
        Journey journey = new Journey(
                row.optional("merchant_id").orElse(""),
                lane,
                row.read("purchased_at", PromisedJourney::instant),
                row.readOptional("handed_over_at", PromisedJourney::instant).orElse(null),
                row.readOptional("delivered_at", PromisedJourney::instant).orElse(null));
        return new PromisedJourney(row.text("order_id"), journey, row.read("promised_day", LocalDate::parse));
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }

    /** The end of the day promised. */
    Instant deadline() {
        return promisedDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    LocalDate boughtOn() {
        return LocalDate.ofInstant(journey.bought(), ZoneOffset.UTC);
    }
}
