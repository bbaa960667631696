// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.SettingNames;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlEditor;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a plan into the text of its file. */
final class Rewriting {

    private final Plan plan;
    private final SettingNames before;
    private final SettingNames after;
    private final TomlEditor editor;

    Rewriting(Plan plan) {
        this.plan = plan;
        before = SettingNames.of(plan.from());
        after = SettingNames.of(plan.target().version());
        editor = plan.text().document().edit();
        if (plan.from() != plan.target().version()) {
            rewrite();
        }
    }

    MigratedFile file() {
        return new MigratedFile(plan.text(), editor.document(), editor.edits());
    }

    List<Notice> notices() {
        return LostComments.addTo(plan.notices(), plan.text(), editor.document());
    }

    private void rewrite() {
        plan.removed().forEach(this::remove);
        editor.moveAll(moves());
        for (Setting setting : plan.settings()) {
            Key key = after.locate(setting.name()).orElseThrow();
            if (!editor.document().find(key).equals(Optional.of(setting.value()))) {
                editor.set(key, setting.value());
            }
        }
        editor.set(Upgrade.VERSION, TomlValue.of(plan.target().version().number()));
    }

    private void remove(Key key) {
        editor.remove(key);
        for (Key above = key.parent(); !above.isRoot(); above = above.parent()) {
            if (isLeftOver(above)) {
                editor.remove(above);
            } else if (editor.document().contains(above)) {
                return;
            }
        }
    }

    /** Whether a table has nothing left and means nothing by itself; a runtime does. */
    private boolean isLeftOver(Key table) {
        boolean empty =
                editor.document().find(table).filter(TomlTable.EMPTY::equals).isPresent();
        Key name = before.name(table);
        return empty && !(name.startsWith(Cri.RUNTIMES) && name.size() <= Cri.RUNTIMES.size() + 1);
    }

    /** Where each value goes, and each table that a header may name. */
    private Map<Key, Key> moves() {
        Map<Key, Key> moves = new LinkedHashMap<>();
        tables(Key.ROOT, editor.document().root(), moves);
        for (Setting setting : plan.settings()) {
            setting.written()
                    .ifPresent(
                            key -> moves.put(key, after.locate(setting.name()).orElseThrow()));
        }
        return moves;
    }

    private void tables(Key key, TomlTable table, Map<Key, Key> moves) {
        if (!key.isRoot()) {
            after.locate(before.name(key)).ifPresent(there -> moves.put(key, there));
        }
        for (Map.Entry<String, TomlValue> entry : table.entries().entrySet()) {
            if (entry.getValue() instanceof TomlTable below && !below.isEmpty()) {
                tables(key.child(entry.getKey()), below, moves);
            }
        }
    }
}
