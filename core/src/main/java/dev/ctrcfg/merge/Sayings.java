// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What releases do, each thing once with all the releases that do it. */
final class Sayings {

    private final List<String> texts = new ArrayList<>();
    private final List<List<ContainerdRelease>> releases = new ArrayList<>();

    void add(String text, ContainerdRelease release) {
        int at = texts.indexOf(text);
        if (at < 0) {
            texts.add(text);
            releases.add(new ArrayList<>());
            at = texts.size() - 1;
        }
        releases.get(at).add(release);
    }

    void addTo(List<Notice> list, Notice.Kind kind, String end) {
        for (int i = 0; i < texts.size(); i++) {
            String text = "containerd " + names(releases.get(i)) + ": " + texts.get(i) + end;
            list.add(new Notice(kind, Key.ROOT, Optional.empty(), text));
        }
    }

    /** Releases as a sentence has them. */
    static String names(List<ContainerdRelease> releases) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < releases.size(); i++) {
            out.append(i == 0 ? "" : i == releases.size() - 1 ? " and " : ", ").append(releases.get(i));
        }
        return out.toString();
    }
}
