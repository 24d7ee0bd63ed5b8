package io.ordercore.adapters.rest.notice;

import io.ordercore.adapters.rest.Texts;
import io.ordercore.domain.notice.Notice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice, worded in the reader's language. */
@Schema(name = "Notice", description = "Something the caller is told; the code is stable, the text is for people.")
record NoticeView(String id, String code, String subject, String text, Map<String, String> facts, Instant at) {
    static NoticeView of(Notice notice, Locale locale) {
        Map<String, Object> facts = new LinkedHashMap<>(notice.facts());
        facts.put("subject", notice.subject());
        return new NoticeView(
                notice.id().toString(),
                notice.code(),
                notice.subject(),
                Texts.in(locale).of("notice." + notice.code(), facts),
                notice.facts(),
                notice.at());
    }
}
