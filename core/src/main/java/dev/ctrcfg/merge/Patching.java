// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.EditConflictException;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out, by meaning alone, what the steps of patches make of a document. */
final class Patching {

    /** What happens to something that stands in the way. */
    enum Manner {
        REFUSE,
        REPLACE
    }

    private final Draft draft;
    private final Spelling spelling;
    private ConfigPatch patch = ConfigPatch.builder().build();

    Patching(Draft draft, Spelling spelling) {
        this.draft = draft;
        this.spelling = spelling;
    }

    void apply(ConfigPatch next) {
        patch = next;
        draft.begin(next);
        for (Step step : next.steps()) {
            apply(step);
        }
        spelling.finish();
    }

    private void apply(Step step) {
        if (step instanceof Step.Merge merge) {
            set(merge.key(), merge.value(), Manner.REFUSE);
        } else if (step instanceof Step.Force force) {
            set(force.key(), force.value(), Manner.REPLACE);
        } else if (step instanceof Step.Uncomment uncomment) {
            uncomment(uncomment);
        } else if (step instanceof Step.Fallback fallback) {
            fallBack(fallback.key(), fallback.value());
        } else if (step instanceof Step.Unset unset) {
            unset(unset.key());
        } else if (step instanceof Step.Operation operation) {
            new Operations(this, draft).apply(operation.operation());
        } else if (step instanceof Step.Inherit inherit) {
            new Runtimes(draft, spelling).inherit(inherit);
        } else {
            applyToOne(step);
        }
    }

    private void applyToOne(Step step) {
        if (step instanceof Step.Add add) {
            add(add.key(), add.item());
        } else if (step instanceof Step.UnsetItem item) {
            unsetItem(item.key(), item.item());
        } else if (step instanceof Step.DefaultRuntime runtime) {
            new Runtimes(draft, spelling).setDefault(runtime.name());
        } else if (step instanceof Step.RemoveRuntime runtime) {
            new Runtimes(draft, spelling).remove(runtime.name());
        }
    }

    void set(Key key, TomlValue value, Manner manner) {
        if (value instanceof TomlTable table && (!table.isEmpty() || key.isRoot())) {
            if (manner == Manner.REPLACE) {
                clearWay(key);
            }
            for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
                set(key.child(entry.getKey()), entry.getValue(), manner);
            }
            return;
        }
        for (Setting setting : spelling.settings(key, value)) {
            put(setting, key, manner);
        }
    }

    /** What is no table where a table shall be goes, even if the table gets nothing. */
    private void clearWay(Key key) {
        Optional<Key> there = spelling.key(key);
        TomlValue present = there.isEmpty() ? null : draft.get(there.get());
        if (present != null && !(present instanceof TomlTable)) {
            draft.put(there.orElseThrow(), TomlTable.EMPTY);
        }
    }

    private void put(Setting setting, Key written, Manner manner) {
        Key key = setting.key();
        TomlValue value = setting.value();
        TomlValue present = draft.get(key);
        Key obstacle = present == null ? draft.obstacle(key) : null;
        if (manner == Manner.REPLACE && obstacle != null) {
            draft.remove(obstacle);
        } else if (obstacle != null) {
            throw conflict(obstacle, TomlTable.EMPTY, written);
        }
        if (value.equals(TomlTable.EMPTY) && present instanceof TomlTable) {
            return;
        }
        if (manner == Manner.REFUSE && present != null && Kinds.contradict(present, value)) {
            throw conflict(key, value, written);
        }
        draft.put(key, value);
    }

    /** Names both places: of the value that is there, and of the one that shall be. */
    private EditConflictException conflict(Key key, TomlValue wanted, Key written) {
        TomlValue present = java.util.Objects.requireNonNull(draft.get(key));
        Key shown = written.startsWith(key) ? key : written;
        String message = Kinds.contradiction(key, present, draft.writerOf(key), wanted, patch.placeOf(shown));
        return new EditConflictException(key, draft.document().keySpanOf(key), message);
    }

    private void uncomment(Step.Uncomment step) {
        Optional<Key> there = spelling.key(step.key());
        if (there.isPresent()) {
            draft.uncomment(there.get());
        }
        set(step.key(), step.value(), Manner.REFUSE);
    }

    private void fallBack(Key key, TomlValue value) {
        if (value instanceof TomlTable table) {
            for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
                fallBack(key.child(entry.getKey()), entry.getValue());
            }
            return;
        }
        Optional<Key> there = spelling.key(key);
        TomlValue present = there.isEmpty() ? null : draft.get(there.get());
        if (present == null
                || present instanceof TomlString text && text.value().isEmpty()) {
            set(key, value, Manner.REFUSE);
        }
    }

    void unset(Key key) {
        for (Key there : spelling.keys(key)) {
            draft.remove(there);
        }
    }

    private void add(Key key, TomlValue item) {
        for (Setting setting : spelling.items(key, item)) {
            TomlValue present = draft.get(setting.key());
            if (present == null) {
                set(key, TomlArray.of(item), Manner.REFUSE);
            } else if (!array(setting.key(), present).items().contains(setting.value())) {
                List<TomlValue> items =
                        new ArrayList<>(array(setting.key(), present).items());
                items.add(setting.value());
                draft.put(setting.key(), new TomlArray(items));
            }
        }
    }

    private void unsetItem(Key key, TomlValue item) {
        for (Setting setting : spelling.items(key, item)) {
            TomlValue present = draft.get(setting.key());
            if (present != null && array(setting.key(), present).items().contains(setting.value())) {
                List<TomlValue> items =
                        new ArrayList<>(array(setting.key(), present).items());
                items.removeAll(List.of(setting.value()));
                draft.put(setting.key(), new TomlArray(items));
            }
        }
    }

    private TomlArray array(Key key, TomlValue present) {
        if (present instanceof TomlArray array) {
            return array;
        }
        String message = key + " is " + Kinds.describe(present) + " " + draft.writerOf(key) + ", not an array";
        throw new EditConflictException(key, draft.document().keySpanOf(key), message);
    }

    /** The place of a key in the patch that is being applied. */
    String placeOf(Key key) {
        return patch.placeOf(key);
    }

    Spelling spelling() {
        return spelling;
    }
}
