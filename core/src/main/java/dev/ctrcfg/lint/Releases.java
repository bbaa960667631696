// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The lines of releases that a rule is about.
 *
 * @param first the first line
 * @param last the last line
 */
public record Releases(ReleaseLine first, ReleaseLine last) {

    /** Every line. */
    static final Releases ALL = since(ReleaseLine.V1_2);
    /** Before containerd 2.0. */
    static final Releases ONE = new Releases(ReleaseLine.V1_2, ReleaseLine.V1_7);
    /** containerd 2.0 and later. */
    static final Releases TWO = since(ReleaseLine.V2_0);

    static Releases since(ReleaseLine first) {
        return new Releases(first, ContainerdRelease.newest().line());
    }

    /**
     * {@return whether a release is of one of these lines}
     *
     * @param release the release
     */
    public boolean contains(ContainerdRelease release) {
        return release.since(first) && last.isAtLeast(release.line());
    }

    /** {@return the lines as reports write them: {@code 1.5-1.7}, {@code 2.0+} or {@code all}} */
    @Override
    public String toString() {
        boolean open = last == ContainerdRelease.newest().line();
        if (open) {
            return first == ReleaseLine.V1_2 ? "all" : first + "+";
        }
        return first == last ? first.toString() : first + "-" + last;
    }

    /** Writes releases in short: the newest ones of consecutive lines as {@code 1.5-1.7}, others by their full number. */
    static String text(Collection<ContainerdRelease> releases) {
        List<String> parts = new ArrayList<>();
        List<ContainerdRelease> run = new ArrayList<>();
        for (ContainerdRelease release : releases) {
            if (!run.isEmpty() && !continues(run.get(run.size() - 1), release)) {
                parts.add(text(run));
                run.clear();
            }
            run.add(release);
        }
        if (!run.isEmpty()) {
            parts.add(text(run));
        }
        return String.join(", ", parts);
    }

    private static boolean continues(ContainerdRelease last, ContainerdRelease next) {
        return isNewest(last) && isNewest(next) && last.line().next().equals(java.util.Optional.of(next.line()));
    }

    private static String text(List<ContainerdRelease> run) {
        String first = name(run.get(0));
        return run.size() == 1 ? first : first + "-" + name(run.get(run.size() - 1));
    }

    private static String name(ContainerdRelease release) {
        return isNewest(release) ? release.line().toString() : release.toString();
    }

    private static boolean isNewest(ContainerdRelease release) {
        return release.equals(release.line().newest());
    }
}
