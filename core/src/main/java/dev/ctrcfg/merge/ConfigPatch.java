// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fragment of configuration that a document shall contain.
 *
 * <p>A {@code version} at the root of the fragment says for which config version its keys are written. It is no part of
 * what is wanted, and no merge writes it.
 */
public final class ConfigPatch {

    private static final String VERSION = "version";

    private final TomlTable wanted;
    private final Optional<TomlValue> version;
    private final @Nullable TomlDocument fragment;
    private final String name;

    private ConfigPatch(TomlTable root, @Nullable TomlDocument fragment, String name) {
        this.wanted = root.without(VERSION);
        this.version = root.get(VERSION);
        this.fragment = fragment;
        this.name = name;
    }

    /**
     * {@return the patch that a fragment stands for}
     *
     * @param name what to call the fragment in messages, as a rule its path
     * @param fragment the fragment
     */
    public static ConfigPatch of(String name, TomlDocument fragment) {
        return new ConfigPatch(fragment.root(), fragment, name);
    }

    /**
     * {@return a patch made of values, without a text behind them}
     *
     * @param fragment the fragment's root table
     */
    public static ConfigPatch of(TomlTable fragment) {
        return new ConfigPatch(fragment, null, "the patch");
    }

    /** {@return what the document shall contain: the fragment's root table without {@code version}} */
    public TomlTable wanted() {
        return wanted;
    }

    /** {@return the {@code version} that the fragment states} */
    public Optional<TomlValue> version() {
        return version;
    }

    /** The place of a key in the fragment, for a message: {@code name:line:column}, or the name alone. */
    String placeOf(Key key) {
        if (fragment == null) {
            return name;
        }
        Optional<Span> span = fragment.keySpanOf(key);
        return span.isEmpty() ? name : name + ":" + fragment.position(span.get().start());
    }
}
