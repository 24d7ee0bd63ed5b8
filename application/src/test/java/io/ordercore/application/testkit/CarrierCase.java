package io.ordercore.application.testkit;

import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One payload of a fixtures folder with what is expected of it: {@code NAME.json} beside {@code NAME.properties}. */
record CarrierCase(String name, Path folder, String payload, Properties expected) {

    /** Every case of a folder in the order of names; none if the folder is absent. */
    static List<CarrierCase> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CarrierCase read(Path folder, Path properties) {
        String name = String.valueOf(properties.getFileName()).replace(".properties", "");
        Properties expected = new Properties();
        try (Reader reader = Files.newBufferedReader(properties)) {
            expected.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CarrierCase(name, folder, payloadOf(folder, name), expected);
    }

    private static String payloadOf(Path folder, String name) {
        for (String ending : List.of(".json", ".xml", ".txt", ".form")) {
            Path file = folder.resolve(name + ending);
            if (Files.exists(file)) {
                String text = text(file);
                return ending.equals(".form") ? text.strip() : text;
            }
        }
        return "";
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String get(String key) {
        String value = expected.getProperty(key);
        return value == null ? null : value.strip();
    }

    /** The parcel asked about; {@code number} is required, {@code carrier}, {@code phone} and {@code shipped} are not. */
    TrackingRef ref() {
        String carrier = get("carrier");
        String shipped = get("shipped");
        return new TrackingRef(
                number(),
                carrier == null ? null : new CarrierCode(carrier),
                get("phone"),
                shipped == null ? null : LocalDate.parse(shipped),
                get("postal-code"));
    }

    TrackingNumber number() {
        String number = get("number");
        if (number == null) {
            throw new AssertionError(name + ".properties names no number");
        }
        return new TrackingNumber(number);
    }

    HttpStub.Answer answer() {
        return answer(payload);
    }

    HttpStub.Answer answer(String body) {
        String status = get("http.status");
        return new HttpStub.Answer(status == null ? 200 : Integer.parseInt(status), headers(), body, false);
    }

    /** Properties {@code header.NAME}. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String key : expected.stringPropertyNames()) {
            if (key.startsWith("header.")) {
                headers.put(
                        key.substring("header.".length()),
                        expected.getProperty(key).strip());
            }
        }
        return headers;
    }

    /** Properties {@code event.1}, {@code event.2}, ... oldest first. */
    List<String> events() {
        TreeMap<Integer, String> events = new TreeMap<>();
        for (String key : expected.stringPropertyNames()) {
            if (key.startsWith("event.")) {
                events.put(
                        Integer.valueOf(key.substring("event.".length())),
                        expected.getProperty(key).strip());
            }
        }
        return List.copyOf(events.values());
    }

    /** A comma-separated list; empty if absent. */
    List<String> list(String key) {
        String value = get(key);
        return value == null || value.isEmpty()
                ? List.of()
                : Stream.of(value.split(",", -1)).map(String::strip).toList();
    }

    /** Scripted answers: files of this folder, {@code @never} for silence, a leading {@code 429:} for the status. */
    List<HttpStub.Answer> script() {
        return list("answers").stream().map(this::scripted).toList();
    }

    /** Has the server give the answers that a folder's script of this name lists; nothing happens if there is none. */
    static void play(HttpStub stub, Path folder, String name) {
        for (CarrierCase it : in(folder)) {
            if (it.name().equals(name)) {
                List<HttpStub.Answer> answers = it.script();
                stub.answers(answers.get(0), answers.subList(1, answers.size()).toArray(HttpStub.Answer[]::new));
            }
        }
    }

    private HttpStub.Answer scripted(String entry) {
        if (entry.equals("@never")) {
            return HttpStub.Answer.never();
        }
        int colon = entry.indexOf(':');
        return colon < 0
                ? HttpStub.Answer.of(200, text(folder.resolve(entry)))
                : HttpStub.Answer.of(
                        Integer.parseInt(entry.substring(0, colon)), text(folder.resolve(entry.substring(colon + 1))));
    }
}
