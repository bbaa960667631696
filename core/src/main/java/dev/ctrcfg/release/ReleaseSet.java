// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of releases as the resources write it, a comma between its parts: {@code 1.3-1.7} and {@code 2.0} are lines
 * with Debian's builds of them, {@code 1.6d} is Debian's build alone, {@code !1.6d} takes it out, and {@code >=1.6.29}
 * leaves only later patch levels of a line.
 */
final class ReleaseSet {

    /** Debian's measured builds follow the lines. */
    private static final ReleaseLine[] DEBIAN = {ReleaseLine.V1_6, ReleaseLine.V1_7, ReleaseLine.V2_1};

    private static final int LINES = ReleaseLine.values().length;

    /** The resources write the same few sets again and again. */
    private static final Map<String, ReleaseSet> KNOWN = new ConcurrentHashMap<>();

    private int bits;
    private final int[] firstPatch = new int[LINES];

    private ReleaseSet() {}

    static ReleaseSet parse(String text) {
        ReleaseSet known = KNOWN.get(text);
        if (known == null) {
            known = read(text);
            KNOWN.put(text, known);
        }
        return known;
    }

    private static ReleaseSet read(String text) {
        ReleaseSet set = new ReleaseSet();
        int start = 0;
        while (start < text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            set.add(text.substring(start, end));
            start = end + 1;
        }
        return set;
    }

    /** The set's column for a release: its line, or Debian's build if that was measured. */
    static int column(ContainerdRelease release) {
        return release.isDebian()
                ? debianColumn(release.line())
                : release.line().index();
    }

    private static int debianColumn(ReleaseLine line) {
        for (int i = 0; i < DEBIAN.length; i++) {
            if (DEBIAN[i] == line) {
                return LINES + i;
            }
        }
        return line.index();
    }

    private void add(String part) {
        if (part.startsWith(">=")) {
            addThreshold(part.substring(2));
        } else if (part.startsWith("!")) {
            bits &= ~bit(part.substring(1));
        } else if (part.endsWith("d")) {
            bits |= bit(part);
        } else {
            addLines(part);
        }
    }

    private void addThreshold(String version) {
        int dot = version.lastIndexOf('.');
        int patch = Integer.parseInt(version.substring(dot + 1));
        firstPatch[line(version.substring(0, dot)).index()] = patch;
    }

    private void addLines(String range) {
        int dash = range.indexOf('-');
        ReleaseLine first = line(dash < 0 ? range : range.substring(0, dash));
        ReleaseLine last = dash < 0 ? first : line(range.substring(dash + 1));
        for (ReleaseLine line : ReleaseLine.values()) {
            if (line.isAtLeast(first) && last.isAtLeast(line)) {
                bits |= 1 << line.index() | 1 << debianColumn(line);
            }
        }
    }

    private static int bit(String debian) {
        return 1 << debianColumn(line(debian.substring(0, debian.length() - 1)));
    }

    private static ReleaseLine line(String title) {
        int dot = title.indexOf('.');
        int major = Integer.parseInt(title.substring(0, dot));
        return ReleaseLine.of(major, Integer.parseInt(title.substring(dot + 1))).orElseThrow();
    }

    boolean contains(ContainerdRelease release) {
        int column = column(release);
        if ((bits & 1 << column) == 0) {
            return false;
        }
        return column >= LINES || release.patch() >= firstPatch[column];
    }

    /** This set and another one, whose thresholds count for the lines that this one lacks. */
    ReleaseSet plus(ReleaseSet other) {
        ReleaseSet sum = new ReleaseSet();
        sum.bits = bits | other.bits;
        for (int i = 0; i < LINES; i++) {
            sum.firstPatch[i] = (bits & 1 << i) != 0 ? firstPatch[i] : other.firstPatch[i];
        }
        return sum;
    }

    Optional<KeyHistory> history() {
        ReleaseLine first = null;
        ReleaseLine last = null;
        for (ReleaseLine line : ReleaseLine.values()) {
            if ((bits & 1 << line.index()) != 0) {
                first = first == null ? line : first;
                last = line;
            }
        }
        return Optional.ofNullable(history(first, last));
    }

    /** The first release of a line, if the set has any. */
    Optional<ContainerdRelease> first(ReleaseLine line) {
        return (bits & 1 << line.index()) == 0 ? Optional.empty() : Optional.of(firstOf(line));
    }

    private ContainerdRelease firstOf(ReleaseLine line) {
        int patch = firstPatch[line.index()];
        String preRelease = patch == line.newest().patch() ? line.newest().preRelease() : "";
        return new ContainerdRelease(line, patch, preRelease, Distribution.UPSTREAM);
    }

    private @Nullable KeyHistory history(@Nullable ReleaseLine first, @Nullable ReleaseLine last) {
        if (first == null || last == null) {
            return null;
        }
        return new KeyHistory(firstOf(first), last);
    }
}
