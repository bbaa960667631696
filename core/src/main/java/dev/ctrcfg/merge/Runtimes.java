// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What patches do to runtimes as a whole. */
final class Runtimes {

    /** The runtime that is there without being written. */
    static final String RUNC = "runc";

    static final String RUNC_TYPE = "io.containerd.runc.v2";
    static final Key ALL = Key.of("runtimes");
    static final Key DEFAULT = Key.of("default_runtime_name");
    private static final Key PLATFORMS = Key.of("runtime_platforms");

    private final Draft draft;
    private final Spelling spelling;

    Runtimes(Draft draft, Spelling spelling) {
        this.draft = draft;
        this.spelling = spelling;
    }

    private Key at(Key name) {
        Optional<Key> there = spelling.cri(name);
        if (there.isEmpty()) {
            throw new EditConflictException(name, Optional.empty(), "runtimes are those of a file of containerd's");
        }
        return there.get();
    }

    void setDefault(String name) {
        draft.put(at(DEFAULT), TomlValue.of(name));
    }

    void remove(String name) {
        Key runtime = at(ALL.child(name));
        if (draft.has(runtime)) {
            draft.remove(runtime);
            prune(runtime.parent());
        }
        Optional<Key> platform = spelling.cri(PLATFORMS.child(name));
        if (platform.isPresent() && draft.has(platform.get())) {
            draft.remove(platform.get());
            prune(platform.get().parent());
        }
        if (!name.equals(RUNC) && TomlValue.of(name).equals(draft.get(at(DEFAULT)))) {
            restoreDefault();
        }
    }

    /** The runc of the file is named, the one that containerd has built in counts where none is. */
    private void restoreDefault() {
        if (draft.has(at(ALL.child(RUNC)))) {
            draft.put(at(DEFAULT), TomlValue.of(RUNC));
        } else {
            draft.remove(at(DEFAULT));
            prune(at(DEFAULT).parent());
        }
    }

    private void prune(Key table) {
        new Prunable(draft).prune(table);
    }

    void inherit(Step.Inherit step) {
        TomlTable source = source(step);
        if (source != null) {
            fill(at(ALL.child(step.name())), source);
        }
    }

    private @Nullable TomlTable source(Step.Inherit step) {
        for (String candidate : step.sources()) {
            String name = candidate.isEmpty() ? defaultName(step) : candidate;
            boolean other = !name.isEmpty() && !name.equals(step.name());
            if (other && draft.get(at(ALL.child(name))) instanceof TomlTable table && isRunc(table)) {
                return table;
            }
        }
        return null;
    }

    private String defaultName(Step.Inherit step) {
        boolean counts = draft.get(at(DEFAULT)) instanceof TomlString name
                && !name.value().startsWith(step.except());
        return counts ? ((TomlString) java.util.Objects.requireNonNull(draft.get(at(DEFAULT)))).value() : "";
    }

    /** What is set for another shim is of no use to one that stands in for runc. */
    private static boolean isRunc(TomlTable runtime) {
        if (!(runtime.entries().get("runtime_type") instanceof TomlString type)) {
            return true;
        }
        String text = type.value();
        boolean other = text.startsWith("io.containerd.") || text.startsWith("/");
        return !other || text.startsWith("io.containerd.runc.") || text.equals("io.containerd.runtime.v1.linux");
    }

    /** Copies what is absent. */
    private void fill(Key key, TomlTable source) {
        for (Map.Entry<String, TomlValue> entry : source.entries().entrySet()) {
            Key child = key.child(entry.getKey());
            if (entry.getValue() instanceof TomlTable table) {
                fill(child, table);
            } else if (!draft.has(child)) {
                draft.put(child, entry.getValue());
            }
        }
    }
}
