// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that containerd warns of as deprecated, in its log and through {@code ctr deprecations list}.
 *
 * <p>Source: pkg/deprecation of containerd, found in every release tag from 1.6.25 to 2.4.0-beta.0.
 *
 * @param id the id without {@link #PREFIX}
 * @param firstReleases the first release of each line that warns of it
 * @param summary what is deprecated, without a period at its end
 * @param replacement what to do instead, if there is something, as a command and without a period at its end
 */
public record Deprecation(
        String id, List<ContainerdRelease> firstReleases, String summary, Optional<String> replacement) {

    /** What containerd puts before every id. */
    public static final String PREFIX = "io.containerd.deprecation/";

    /** Read once a process, when first needed. */
    private static final class Holder {
        static final List<Deprecation> ALL = parse(Resources.read("deprecations.txt"));
    }

    /** Copies the list. */
    public Deprecation {
        firstReleases = List.copyOf(firstReleases);
    }

    /** {@return every deprecation known, in the order of their ids} */
    public static List<Deprecation> all() {
        return Holder.ALL;
    }

    /**
     * {@return the deprecation of an id}
     *
     * @param id the id, with {@link #PREFIX} or without
     */
    public static Optional<Deprecation> of(String id) {
        String name = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
        for (Deprecation deprecation : all()) {
            if (deprecation.id.equals(name)) {
                return Optional.of(deprecation);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return whether a release warns of it}
     *
     * @param release the release
     */
    public boolean isWarnedOfBy(ContainerdRelease release) {
        for (ContainerdRelease first : firstReleases) {
            if (first.line() == release.line()) {
                return release.patch() >= first.patch();
            }
        }
        return false;
    }

    private static List<Deprecation> parse(String resource) {
        List<Deprecation> all = new ArrayList<>();
        int end;
        for (int at = 0; at < resource.length(); at = end + 1) {
            end = Resources.endOfLine(resource, at);
            if (resource.charAt(at) != '#') {
                all.add(parseLine(resource.substring(at, end)));
            }
        }
        return List.copyOf(all);
    }

    private static Deprecation parseLine(String line) {
        String replacement = Resources.column(line, 3);
        return new Deprecation(
                Resources.column(line, 0),
                releases(Resources.column(line, 1)),
                Resources.column(line, 2),
                replacement.isEmpty() ? Optional.empty() : Optional.of(replacement));
    }

    private static List<ContainerdRelease> releases(String column) {
        List<ContainerdRelease> releases = new ArrayList<>();
        int start = 0;
        while (start < column.length()) {
            int comma = column.indexOf(',', start);
            int end = comma < 0 ? column.length() : comma;
            releases.add(ContainerdRelease.parse(column.substring(start, end)));
            start = end + 1;
        }
        return releases;
    }
}
