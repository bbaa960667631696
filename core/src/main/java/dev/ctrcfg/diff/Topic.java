// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.toml.Key;

/** What a change is about, in the order in which changes matter to those who run pods. */
public enum Topic {
    /** The runtimes that pods can ask for. */
    RUNTIME,
    /** The runtime of pods that ask for none. */
    DEFAULT_RUNTIME,
    /** Where images are unpacked. */
    SNAPSHOTTER,
    /** The pause container's image. */
    SANDBOX_IMAGE,
    /** Where images come from. */
    REGISTRY,
    /** The pods' network. */
    CNI,
    /** Everything else that the CRI plugins have. */
    CRI,
    /** Everything else. */
    DAEMON;

    /**
     * {@return the topic of a change}
     *
     * @param name the name of the setting
     */
    public static Topic of(Key name) {
        Key shortName = CriLayout.nameOf(name).orElse(Key.ROOT);
        if (shortName.isRoot() || !(shortName.part(0) instanceof Key.Name first)) {
            return DAEMON;
        }
        return switch (first.text()) {
            case "runtimes", "runtime_platforms" -> RUNTIME;
            case "default_runtime_name" -> DEFAULT_RUNTIME;
            case "snapshotter" -> SNAPSHOTTER;
            case "sandbox_image" -> SANDBOX_IMAGE;
            case "registry" -> REGISTRY;
            case "cni" -> CNI;
            default -> CRI;
        };
    }

    /**
     * {@return the thing that a change is about among those of its topic: a runtime, a registry; empty if there is just
     * one}
     *
     * @param change the change
     */
    public static String subject(Change change) {
        return subject(change.key());
    }

    static String subject(Key setting) {
        Key name = CriLayout.nameOf(setting).orElse(Key.ROOT);
        return switch (of(setting)) {
            case RUNTIME -> name.size() > 1 && name.part(1) instanceof Key.Name part ? part.text() : "";
            case REGISTRY -> name.size() > 2 && name.part(2) instanceof Key.Name part ? part.text() : "";
            default -> "";
        };
    }

    /**
     * {@return what people call a setting: the short name if it is one of the CRI plugins, else its key}
     *
     * @param name the name of the setting
     */
    public static Key shown(Key name) {
        return CriLayout.nameOf(name).orElse(name);
    }
}
