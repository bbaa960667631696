// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys without effect, with the reason and the releases. */
final class LostEffects {

    /**
     * Why a key has no effect.
     *
     * @param text the reason
     * @param loses whether anything is lost by that
     */
    record Reason(String text, boolean loses) {

        boolean isSame(Reason other) {
            return text.equals(other.text) && loses == other.loses;
        }
    }

    private final List<Key> keys = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private final List<List<ContainerdRelease>> releases = new ArrayList<>();
    private final List<Notice> refusals = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    void add(Key key, Reason reason, ContainerdRelease release) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).equals(key) && reasons.get(i).isSame(reason)) {
                releases.get(i).add(release);
                return;
            }
        }
        keys.add(key);
        reasons.add(reason);
        releases.add(new ArrayList<>(List.of(release)));
    }

    /**
     * Works out one notice for all the keys that one reason takes out in the same releases.
     *
     * @param tolerated in how many releases a key must have no effect before that speaks against the patch
     */
    void settle(int tolerated) {
        boolean[] done = new boolean[keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            int more = 0;
            for (int j = i + 1; j < keys.size() && !done[i]; j++) {
                if (reasons.get(i).isSame(reasons.get(j)) && releases.get(i).equals(releases.get(j))) {
                    done[j] = true;
                    more++;
                }
            }
            if (!done[i]) {
                boolean refused = reasons.get(i).loses() && releasesOf(keys.get(i)) >= tolerated;
                (refused ? refusals : notices).add(notice(i, more));
            }
        }
    }

    private Notice notice(int i, int more) {
        String others = more == 0 ? "" : " and " + more + (more == 1 ? " other key" : " other keys");
        String verb = more == 0 ? " has" : " have";
        String text = keys.get(i) + others + verb + " no effect in containerd " + Sayings.names(releases.get(i)) + ": "
                + reasons.get(i).text();
        return new Notice(Notice.Kind.IGNORED, keys.get(i), Optional.empty(), text);
    }

    /** In how many releases a key has no effect, for whatever reasons. */
    private int releasesOf(Key key) {
        int count = 0;
        for (int i = 0; i < keys.size(); i++) {
            count += keys.get(i).equals(key) ? releases.get(i).size() : 0;
        }
        return count;
    }

    /** What speaks against the patch. */
    List<Notice> refusals() {
        return refusals;
    }

    /** What is only to be known. */
    List<Notice> notices() {
        return notices;
    }
}
