package io.ordercore.adapters.logistics;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What happens to a simulated parcel: codes, each with the hour after the start at which it is scanned. */
enum SimulatedJourney {
    PLAIN("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 CITY, 56 VAN, 60 DOOR"),
    LOCKER("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 CITY, 56 VAN, 58 LOCKER, 80 DOOR"),
    /** The expected arrival moves by three days when the delay is told. */
    DELAYED("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 LATE, 112 CITY, 128 VAN, 132 DOOR"),
    /** Nobody says a word after the first hub. */
    LOST("0 ANNOUNCED, 4 PICKED, 16 HUB"),
    /** The carrier itself says so. */
    GONE("0 ANNOUNCED, 4 PICKED, 16 HUB, 160 GONE"),
    /** Silent for three weeks, then it turns up. */
    FOUND("0 ANNOUNCED, 4 PICKED, 16 HUB, 520 FOUND, 540 CITY, 548 VAN, 552 DOOR"),
    DAMAGED("0 ANNOUNCED, 4 PICKED, 16 HUB, 30 BROKEN, 40 CITY"),
    REFUSED("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 CITY, 56 VAN, 60 REFUSED, 80 VAN, 84 DOOR"),
    RETURNED("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 CITY, 56 VAN, 60 REFUSED, 84 BACK, 130 HOME"),
    ABSENT("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 CITY, 56 VAN, 60 ABSENT, 80 VAN, 84 DOOR"),
    ADDRESS("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 CITY, 56 VAN, 60 ADDRESS"),
    CUSTOMS("0 ANNOUNCED, 4 PICKED, 16 CUSTOMS, 20 PAPERS, 90 HUB, 110 CITY, 120 VAN, 124 DOOR"),
    ASTRAY("0 ANNOUNCED, 4 PICKED, 16 ASTRAY, 60 HUB, 80 CITY, 96 VAN, 100 DOOR"),
    /** Sets off, and refuses to be stopped. */
    STUBBORN("0 ANNOUNCED, 4 PICKED, 16 HUB, 40 CITY, 56 VAN, 60 DOOR");

    /** {@code SIM-LOST-20D-7}: the journey called LOST, begun twenty days ago. */
    private static final Pattern NAMED = Pattern.compile("SIM-([A-Z]+)(?:-([0-9]{1,3})D)?-[A-Z0-9-]+");

    /** A scan, so many hours after the start. */
    record Step(int hour, String code) {}

    private final String script;

    SimulatedJourney(String script) {
        this.script = script;
    }

    List<Step> steps() {
        return Stream.of(script.split(", ", -1))
                .map(step -> step.split(" ", -1))
                .map(step -> new Step(Integer.parseInt(step[0]), step[1]))
                .toList();
    }

    /** Which journey a parcel makes: the one asked for, the one its number names, or one drawn by the seed. */
    static SimulatedJourney of(String wanted, String number, long seed) {
        Matcher named = NAMED.matcher(number);
        String name = wanted.isEmpty() ? (named.matches() ? named.group(1) : "") : wanted.toUpperCase(Locale.ROOT);
        for (SimulatedJourney journey : values()) {
            if (journey.name().equals(name)) {
                return journey;
            }
        }
        int draw = Math.floorMod(mixed(seed, number), 100);
        return draw < 80
                ? PLAIN
                : draw < 85 ? LOCKER : draw < 90 ? DELAYED : draw < 94 ? ABSENT : draw < 97 ? REFUSED : LOST;
    }

    /** How many days ago a number says that its journey began. */
    static int daysAgo(String number) {
        Matcher named = NAMED.matcher(number);
        return named.matches() && named.group(2) != null ? Integer.parseInt(named.group(2)) : 0;
    }

    private static int mixed(long seed, String number) {
        long mixed = (seed ^ number.hashCode()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33);
    }
}
