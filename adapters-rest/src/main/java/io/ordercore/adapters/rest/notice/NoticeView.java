package io.ordercore.adapters.rest.notice;

import io.ordercore.adapters.rest.Texts;
import io.ordercore.domain.notice.Notice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice, worded in the reader's language. */
@Schema(name = "Notice", description = "Something the caller is told; the code is stable, the text is for people.")
record NoticeView(String id, String code, String subject, String text, Map<String, String> facts, Instant at) {
    /** Facts that are codes, several of them with commas between, and where the words for them are. */
    private static final Map<String, String> CODES =
            Map.of("options", "remedy.", "default", "remedy.", "remedy", "remedy.", "status", "tracking.");

    static NoticeView of(Notice notice, Locale locale) {
        Map<String, Object> facts = new LinkedHashMap<>(notice.facts());
        facts.put("subject", notice.subject());
        CODES.forEach((fact, prefix) ->
                facts.computeIfPresent(fact, (name, codes) -> inWords(codes.toString(), prefix, locale)));
        return new NoticeView(
                notice.id().toString(),
                notice.code(),
                notice.subject(),
                Texts.in(locale).of("notice." + notice.code(), facts),
                notice.facts(),
                notice.at());
    }

    private static String inWords(String codes, String prefix, Locale locale) {
        Texts texts = Texts.in(locale);
        return Stream.of(codes.split(",", -1))
                .map(code -> texts.of(prefix + code, Map.of()))
                .collect(Collectors.joining(" / "));
    }
}
