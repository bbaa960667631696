// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The order in which a release loads its plugins, as far as it decides what is said first: those that the CRI plugin
 * needs, then its parts, then those that come after them. Within each group ids are in alphabetical order here.
 *
 * <p>Seen in the logs of Debian's 1.6.20, 1.7.24 and 2.1.9 and of 2.0.11.
 */
public final class PluginOrder {

    private static final String TRANSFER = "io.containerd.transfer.v1.local";
    private static final List<String> SINCE_2_1 = List.of(PluginIds.CRI_RUNTIME, TRANSFER, PluginIds.CRI_IMAGES);
    private static final List<String> IN_2_0 = List.of(PluginIds.CRI_IMAGES, PluginIds.CRI_RUNTIME, TRANSFER);
    private static final List<String> LATE = List.of(
            PluginIds.RESTART,
            "io.containerd.tracing.processor.v1.otlp",
            "io.containerd.internal.v1.tracing",
            "io.containerd.nri.v1.nri",
            PluginIds.CRI,
            PluginIds.CRI_SHORT);

    private final List<String> middle;

    /**
     * Takes the order of a release.
     *
     * @param release the release
     */
    public PluginOrder(ContainerdRelease release) {
        middle = release.since(ReleaseLine.V2_1) ? SINCE_2_1 : release.since(ReleaseLine.V2_0) ? IN_2_0 : List.of();
    }

    /**
     * {@return ids of plugins in this order}
     *
     * @param ids the ids, each once
     */
    public List<String> sorted(Collection<String> ids) {
        List<String> sorted = new ArrayList<>(ids);
        sorted.removeAll(middle);
        sorted.removeAll(LATE);
        Collections.sort(sorted);
        addKnown(sorted, middle, ids);
        addKnown(sorted, LATE, ids);
        return sorted;
    }

    private static void addKnown(List<String> to, List<String> inOrder, Collection<String> wanted) {
        for (String id : inOrder) {
            if (wanted.contains(id)) {
                to.add(id);
            }
        }
    }
}
