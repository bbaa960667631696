// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What settings do. The resource has a part for each of the three CRI plugins; a setting of the plugin of containerd 1.x
 * that has the same path in one of the later two is described there. Further parts are for the top level and the structs
 * of {@code options}.
 */
final class Descriptions {

    private static final List<String> CRI = List.of(PluginIds.CRI, PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES);

    private static final List<String> IN_PLACE =
            List.of("containerd.default_runtime.", "containerd.untrusted_workload_runtime.");

    /** Read once a process, when first needed. */
    private static final class Holder {
        static final Map<String, Map<String, String>> TEXTS = parse(Resources.read("descriptions.txt"));
    }

    private Descriptions() {}

    static Optional<String> of(String section, String path) {
        if (section.equals(PluginIds.CRI)) {
            return Optional.ofNullable(ofOld(runtimePath(path)));
        }
        return Optional.ofNullable(text(section, path));
    }

    private static @Nullable String ofOld(String path) {
        for (String section : CRI) {
            String text = text(section, path);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The two runtimes that are defined in place have the settings of every runtime. */
    private static String runtimePath(String path) {
        for (String place : IN_PLACE) {
            if (path.startsWith(place)) {
                return "containerd.runtimes.*." + path.substring(place.length());
            }
        }
        return path;
    }

    private static @Nullable String text(String section, String path) {
        return Holder.TEXTS.getOrDefault(section, Map.of()).get(path);
    }

    private static Map<String, Map<String, String>> parse(String resource) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        Map<String, String> part = new HashMap<>();
        int end;
        for (int at = 0; at < resource.length(); at = end + 1) {
            end = Resources.endOfLine(resource, at);
            String line = resource.substring(at, end);
            if (line.startsWith("[")) {
                part = texts.computeIfAbsent(line.substring(1, line.length() - 1), id -> new HashMap<>());
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                part.put(Resources.column(line, 0), Resources.column(line, 1));
            }
        }
        return texts;
    }
}
