// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document shall contain, and what it shall not.
 *
 * <p>Keys are those of any config version, or short names of the CRI plugin's settings such as {@code
 * runtimes.kata.runtime_type}. A {@code version} at the root of a fragment says for which config version its keys are
 * written. It is no part of what is wanted, and no merge writes it.
 */
public final class ConfigPatch {

    private static final String VERSION = "version";

    private final String name;
    private final @Nullable TomlDocument fragment;
    private final Optional<TomlValue> version;
    private final List<Step> steps;
    private final boolean oneOfSeveralVersions;

    private ConfigPatch(Builder builder, @Nullable TomlDocument fragment, Optional<TomlValue> version) {
        this.name = builder.name;
        this.fragment = fragment;
        this.version = version;
        this.steps = List.copyOf(builder.steps);
        this.oneOfSeveralVersions = builder.oneOfSeveralVersions;
    }

    /**
     * {@return the patch that a fragment stands for: its tables are merged, its other values replace the document's}
     *
     * @param name what to call the fragment in messages, as a rule its path
     * @param fragment the fragment
     */
    public static ConfigPatch of(String name, TomlDocument fragment) {
        return ofFragment(builder(name), fragment);
    }

    static ConfigPatch ofFragment(Builder builder, TomlDocument fragment) {
        TomlTable root = fragment.root();
        Builder whole = builder.set(Key.ROOT, root.without(VERSION));
        return new ConfigPatch(whole, fragment, root.get(VERSION));
    }

    /**
     * {@return a patch made of values, without a text behind them}
     *
     * @param fragment the fragment's root table
     */
    public static ConfigPatch of(TomlTable fragment) {
        Builder builder = builder("the patch").set(Key.ROOT, fragment.without(VERSION));
        return new ConfigPatch(builder, null, fragment.get(VERSION));
    }

    /**
     * {@return the patch that a merge patch of RFC 7386 stands for: what is {@code null} there is removed, and other
     * values take the place of whatever is there}
     *
     * @param name what to call it in messages
     * @param values the values, without those that are {@code null}
     * @param removed the keys of those that are
     */
    public static ConfigPatch ofMergePatch(String name, TomlTable values, List<Key> removed) {
        Builder builder = builder(name);
        for (Key key : removed) {
            builder.unset(key);
        }
        builder.steps.add(new Step.Force(Key.ROOT, values.without(VERSION)));
        return new ConfigPatch(builder, null, values.get(VERSION));
    }

    /**
     * {@return the patch that the operations of RFC 6902 stand for}
     *
     * <p>Such a patch does something instead of saying what is wanted: one that adds to the end of an array does so
     * every time, and one that removes what is gone fails.
     *
     * @param name what to call it in messages
     * @param operations tables with {@code op}, {@code path}, and {@code value} or {@code from}
     * @throws IllegalArgumentException if an element is not an operation
     */
    public static ConfigPatch ofOperations(String name, TomlArray operations) {
        Builder builder = builder(name);
        for (TomlValue item : operations.items()) {
            builder.steps.add(new Step.Operation(Operations.checked(item)));
        }
        return builder.build();
    }

    /** {@return a patch to be put together, called {@code the patch} in messages} */
    public static Builder builder() {
        return builder("the patch");
    }

    /**
     * {@return a patch to be put together}
     *
     * @param name what to call it in messages
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** {@return what messages call it} */
    public String name() {
        return name;
    }

    /** {@return the {@code version} that the fragment states} */
    public Optional<TomlValue> version() {
        return version;
    }

    List<Step> steps() {
        return steps;
    }

    boolean isOneOfSeveralVersions() {
        return oneOfSeveralVersions;
    }

    /** The place of a key in the fragment, for a message: {@code name:line:column}, or the name alone. */
    String placeOf(Key key) {
        if (fragment == null) {
            return name;
        }
        Optional<Span> span = fragment.keySpanOf(key);
        return span.isEmpty() ? name : name + ":" + fragment.position(span.get().start());
    }

    /** Puts a patch together, step by step; later steps build on earlier ones. */
    public static final class Builder {

        private final String name;
        private final List<Step> steps = new ArrayList<>();
        private boolean oneOfSeveralVersions;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Wants a value at a key. A table is merged into the one that is there.
         *
         * @param key a key, or a short name of a CRI setting
         * @param value the value
         * @return this builder
         */
        public Builder set(Key key, TomlValue value) {
            steps.add(new Step.Merge(key, value));
            return this;
        }

        /**
         * Wants a value at a key, and where a comment of the document shows that key, on that line.
         *
         * @param key a key, or a short name of a CRI setting
         * @param value the value
         * @return this builder
         */
        public Builder uncomment(Key key, TomlValue value) {
            steps.add(new Step.Uncomment(key, value));
            return this;
        }

        /**
         * Wants a value at a key where there is none, or an empty string.
         *
         * @param key a key, or a short name of a CRI setting
         * @param value the value
         * @return this builder
         */
        public Builder setIfAbsent(Key key, TomlValue value) {
            steps.add(new Step.Fallback(key, value));
            return this;
        }

        /**
         * Wants an element in an array, at its end if it is not in there.
         *
         * @param key the key of the array, which is made if it is absent
         * @param item the element
         * @return this builder
         */
        public Builder add(Key key, TomlValue item) {
            steps.add(new Step.Add(key, item));
            return this;
        }

        /**
         * Wants nothing at a key.
         *
         * @param key the key of a value, or of a table with everything below it
         * @return this builder
         */
        public Builder unset(Key key) {
            steps.add(new Step.Unset(key));
            return this;
        }

        /**
         * Wants an element out of an array.
         *
         * @param key the key of the array
         * @param item the element
         * @return this builder
         */
        public Builder unsetItem(Key key, TomlValue item) {
            steps.add(new Step.UnsetItem(key, item));
            return this;
        }

        /**
         * Makes a runtime the default.
         *
         * @param runtime its name
         * @return this builder
         */
        public Builder defaultRuntime(String runtime) {
            steps.add(new Step.DefaultRuntime(runtime));
            return this;
        }

        /**
         * Removes a runtime, with the tables that this leaves empty and without comments. If it was the default, the
         * {@code runc} of the document is the default, or containerd's own default if there is none.
         *
         * @param runtime its name
         * @return this builder
         */
        public Builder removeRuntime(String runtime) {
            steps.add(new Step.RemoveRuntime(runtime));
            return this;
        }

        Builder inherit(Step.Inherit step) {
            steps.add(step);
            return this;
        }

        Builder ofSeveralVersions() {
            oneOfSeveralVersions = true;
            return this;
        }

        /** {@return the patch} */
        public ConfigPatch build() {
            return new ConfigPatch(this, null, Optional.empty());
        }
    }
}
