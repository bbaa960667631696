// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TextEdit;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration to be printed.
 *
 * @param root the root table
 * @param origins where its values come from
 */
record ShownConfig(TomlTable root, Origins origins) {

    /** Where values come from. */
    interface Origins {

        /** {@return where the value of a key comes from, if that can be told} */
        Optional<ValueOrigin> of(Key key);
    }

    static ShownConfig written(String name, TomlDocument document) {
        return new ShownConfig(
                document.root(),
                key -> document.keySpanOf(key).map(span -> ValueOrigin.written(name, document.position(span.start()))));
    }

    static ShownConfig effective(EffectiveConfig config) {
        return new ShownConfig(config.root(), key -> config.origin(key).map(ValueOrigin::of));
    }

    ShownConfig masked() {
        return new ShownConfig(Secrets.mask(root), origins);
    }

    /** The configuration as TOML, with a comment behind every value. */
    String annotated() {
        TomlDocument document = TomlDocument.of(root);
        byte[] text = document.bytes();
        List<TextEdit> edits = new ArrayList<>();
        for (Entry entry : document.entries()) {
            Optional<ValueOrigin> origin = origins.of(entry.key());
            if (origin.isPresent() && !isInside(entry, text)) {
                int end = entry.valueSpan().end();
                edits.add(new TextEdit(new Span(end, end), "  # " + comment(origin.get())));
            }
        }
        return document.apply(edits).text();
    }

    /** Whether the line goes on behind a value, as it does in inline tables. */
    private static boolean isInside(Entry entry, byte[] text) {
        int end = entry.valueSpan().end();
        return end < text.length && text[end] != '\n';
    }

    /** A comment cannot hold control characters. */
    private static String comment(ValueOrigin origin) {
        return Terminal.escape(origin.toString()).replace('\n', ' ');
    }

    /** Every value that is not a table, with its origin. */
    TomlTable listing() {
        List<TomlValue> values = new ArrayList<>();
        list(Key.ROOT, root, values);
        return TomlTable.builder().put("values", new TomlArray(values)).build();
    }

    private void list(Key key, TomlValue value, List<TomlValue> values) {
        if (value instanceof TomlTable table && !table.isEmpty()) {
            table.entries().forEach((name, inner) -> list(key.child(name), inner, values));
        } else {
            TomlTable.Builder listed =
                    TomlTable.builder().put("key", key.toString()).put("value", value);
            origins.of(key).ifPresent(origin -> listed.put("origin", origin.table()));
            values.add(listed.build());
        }
    }
}
