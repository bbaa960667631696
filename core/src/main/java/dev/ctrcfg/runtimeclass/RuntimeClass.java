// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.runtimeclass;

import dev.ctrcfg.toml.TomlTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A RuntimeClass.
 *
 * @param name the name that pods give as {@code runtimeClassName}
 * @param handler the runtime's name in containerd's configuration
 * @param overhead what a pod takes beside its containers, by resource, such as {@code memory}; empty if nothing is known
 * @param nodeSelector the labels of nodes that have the runtime; empty if nothing is known
 */
public record RuntimeClass(
        String name, String handler, Map<String, String> overhead, Map<String, String> nodeSelector) {

    private static final int LONGEST_LABEL = 63;

    /** Copies the maps, in their order. */
    public RuntimeClass {
        overhead = Collections.unmodifiableMap(new LinkedHashMap<>(overhead));
        nodeSelector = Collections.unmodifiableMap(new LinkedHashMap<>(nodeSelector));
    }

    /**
     * {@return the RuntimeClass of a handler, with what the project behind it is known to add}
     *
     * @param handler the runtime's name in containerd's configuration
     */
    public static RuntimeClass of(String handler) {
        return KnownClasses.of(handler);
    }

    /**
     * {@return whether Kubernetes takes a handler: a label of RFC 1123, so lower-case letters, digits and dashes, and at
     * most 63 of them}
     *
     * @param handler the runtime's name in containerd's configuration
     */
    public static boolean isHandler(String handler) {
        if (handler.isEmpty() || handler.length() > LONGEST_LABEL || handler.startsWith("-") || handler.endsWith("-")) {
            return false;
        }
        for (int i = 0; i < handler.length(); i++) {
            char c = handler.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** {@return the manifest} */
    public TomlTable manifest() {
        TomlTable.Builder manifest = TomlTable.builder()
                .put("apiVersion", "node.k8s.io/v1")
                .put("kind", "RuntimeClass")
                .put("metadata", TomlTable.builder().put("name", name).build())
                .put("handler", handler);
        if (!overhead.isEmpty()) {
            manifest.put(
                    "overhead",
                    TomlTable.builder().put("podFixed", table(overhead)).build());
        }
        if (!nodeSelector.isEmpty()) {
            manifest.put(
                    "scheduling",
                    TomlTable.builder().put("nodeSelector", table(nodeSelector)).build());
        }
        return manifest.build();
    }

    private static TomlTable table(Map<String, String> texts) {
        TomlTable.Builder table = TomlTable.builder();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            table.put(entry.getKey(), entry.getValue());
        }
        return table.build();
    }
}
