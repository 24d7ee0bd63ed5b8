package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.FindingCode.*;

import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.ListingContent;
import java.util.List;

/** No banned term and no way to reach the merchant past the platform, in anything a buyer reads. */
final class WordingChecks {
    private WordingChecks() {}

    static void check(ReviewSubject subject, Judgement judgement) {
        ListingContent content = subject.content();
        checkText("/title", content.title(), content, judgement);
        checkText("/description", content.description(), content, judgement);
        List<Attribute> attributes = content.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            checkText("/attributes/" + i + "/value", attributes.get(i).value(), content, judgement);
        }
    }

    private static void checkText(String field, String text, ListingContent content, Judgement judgement) {
        String plain = PlainText.of(text);
        for (RuleSet.Ban ban : judgement.rules().bannedTerms().in(plain)) {
            judgement.found(ban.code(), severity(ban.code(), content, judgement), field, ban.term(), ban.code());
        }
        String contact = ContactDetails.in(plain);
        if (contact != null) {
            judgement.found(CONTACT_DETAIL, field, contact, 0);
        }
    }

    /** A claim whose source is named goes to a reviewer, who reads the source. */
    private static Severity severity(FindingCode code, ListingContent content, Judgement judgement) {
        Severity usual = judgement.rules().severity(code);
        String attribute = judgement.rules().sourceAttributeFor(code);
        boolean sourced = attribute != null
                && content.attributes().stream()
                        .anyMatch(stated -> stated.name().equalsIgnoreCase(attribute));
        return sourced && usual == Severity.REJECT ? Severity.REVIEW : usual;
    }
}
