package io.ordercore.adapters.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What people read, in English or Chinese. Codes are never translated. */
public final class Texts {
    private static final String BUNDLE = "io.ordercore.adapters.rest.Texts";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.CHINESE);
    private static final Texts ENGLISH = new Texts("en", Locale.ROOT);
    private static final Texts CHINESE = new Texts("zh", Locale.CHINESE);

    private final String language;
    private final ResourceBundle bundle;

    private Texts(String language, Locale locale) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    public static Texts in(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** The best known language for an {@code Accept-Language}; English when it is missing, unreadable or names no known one. */
    static Locale negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    String language() {
        return language;
    }

    /** A text with its <code>{name}</code>s filled in; the key itself if there is none, which a test forbids. */
    public String of(String key, Map<String, Object> facts) {
        if (!bundle.containsKey(key)) {
            return key;
        }
        String text = bundle.getString(key);
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return text;
    }

    ResourceBundle bundle() {
        return bundle;
    }
}
