// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.testing;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generators of TOML documents as people write them: comments, odd indentation, either line end, every kind of table.
 *
 * <p>A document is generated as a tree and then written down, so that it is always valid and shrinks to a short one that
 * still reads well. Names come from a small pool, so that two documents have keys in common.
 */
public final class Documents {

    private static final int MAX_DEPTH = 3;
    private static final List<String> NAMES = List.of("a", "b", "c", "x.y");
    private static final List<String> SCALARS = List.of(
            "1",
            "true",
            "\"v\"",
            "'v'",
            "0x10",
            "1_000",
            "1.50",
            "\"\\u00e9 # no comment\"",
            "1979-05-27T07:32:00Z",
            "\"\"\"\n[a]\n# text\n\"\"\"",
            "'''v'''",
            "-0.0");
    private static final List<String> ARRAYS = List.of("[]", "[1, 2]", "[ \"v\", ]", "[\n  1, # one\n  2 # two\n]");

    private Documents() {}

    /** {@return documents} */
    public static Arbitrary<String> documents() {
        Arbitrary<Style> styles = Combinators.combine(
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of("", "  ", "\t", "   "),
                        Arbitraries.of("", "\ufeff"),
                        Arbitraries.of("\n", "", "\n\n", "\n# the end"))
                .as(Style::new);
        return Combinators.combine(entries(0), styles).as((entries, style) -> new Writer(style).document(entries));
    }

    private static Arbitrary<List<Entry>> entries(int depth) {
        return Combinators.combine(Arbitraries.of(NAMES), nodes(depth), decorations())
                .as(Entry::new)
                .list()
                .uniqueElements(Entry::name)
                .ofMaxSize(depth == 0 ? 4 : 3);
    }

    private static Arbitrary<Node> nodes(int depth) {
        Arbitrary<Node> scalars = Arbitraries.of(SCALARS).map(Value::new);
        Arbitrary<Node> arrays = Arbitraries.of(ARRAYS).map(Value::new);
        if (depth == MAX_DEPTH) {
            return Arbitraries.oneOf(scalars, arrays);
        }
        Arbitrary<Node> tables = Combinators.combine(Arbitraries.of(Form.values()), entries(depth + 1))
                .as(Table::new);
        return Arbitraries.oneOf(scalars, arrays, tables);
    }

    private static Arbitrary<Decoration> decorations() {
        return Combinators.combine(
                        Arbitraries.of("", "# above\n", "\n", "\n# above\n", "# commented = \"out\"\n\n"),
                        Arbitraries.of("", " # behind", "   #"),
                        Arbitraries.of(" = ", "=", "  = "))
                .as(Decoration::new);
    }

    private enum Form {
        HEADER,
        DOTTED,
        INLINE,
        ARRAY_OF_TABLES
    }

    private sealed interface Node permits Value, Table {}

    private record Value(String text) implements Node {}

    private record Table(Form form, List<Entry> entries) implements Node {}

    private record Entry(String name, Node node, Decoration decoration) {

        String key() {
            return name.indexOf('.') < 0 ? name : '"' + name + '"';
        }
    }

    private record Decoration(String above, String behind, String equals) {}

    private record Style(String lineEnd, String indent, String start, String end) {}

    /** Writes a tree down: the values of a table first, then the tables that have headers. */
    private static final class Writer {

        private final Style style;
        private final StringBuilder out = new StringBuilder();

        Writer(Style style) {
            this.style = style;
        }

        String document(List<Entry> entries) {
            body(entries, "", 0);
            String text = out.toString();
            while (text.endsWith("\n")) {
                text = text.substring(0, text.length() - 1);
            }
            return style.start + (text + style.end).replace("\n", style.lineEnd);
        }

        private void body(List<Entry> entries, String path, int depth) {
            List<Runnable> tables = new ArrayList<>();
            keyValues(entries, "", path, depth, tables);
            tables.forEach(Runnable::run);
        }

        private void keyValues(List<Entry> entries, String prefix, String path, int depth, List<Runnable> tables) {
            for (Entry entry : entries) {
                String full = path + entry.key();
                if (entry.node instanceof Table table && isSection(table)) {
                    tables.add(() -> section(entry, table, full, depth));
                } else if (entry.node instanceof Table table && isDotted(table)) {
                    keyValues(table.entries, prefix + entry.key() + ".", full + ".", depth, tables);
                } else {
                    above(entry, depth);
                    String value = inline(entry.node);
                    line(depth, prefix + entry.key() + entry.decoration.equals + value + entry.decoration.behind);
                }
            }
        }

        private static boolean isSection(Table table) {
            return table.form == Form.HEADER || table.form == Form.ARRAY_OF_TABLES;
        }

        /** Dotted keys cannot make an empty table, nor one that holds nothing but sections. */
        private static boolean isDotted(Table table) {
            return table.form == Form.DOTTED && table.entries.stream().anyMatch(entry -> entry.node instanceof Value);
        }

        private void section(Entry entry, Table table, String path, int depth) {
            boolean array = table.form == Form.ARRAY_OF_TABLES;
            above(entry, depth);
            line(depth, (array ? "[[" + path + "]]" : "[" + path + "]") + entry.decoration.behind);
            body(table.entries, path + ".", depth + 1);
            if (array) {
                line(depth, "[[" + path + "]]");
            }
        }

        private static String inline(Node node) {
            if (node instanceof Value value) {
                return value.text;
            }
            List<String> parts = new ArrayList<>();
            for (Entry entry : ((Table) node).entries) {
                parts.add(entry.key() + " = " + inline(entry.node));
            }
            return parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
        }

        private void above(Entry entry, int depth) {
            for (String line : entry.decoration.above.lines().toList()) {
                if (line.isEmpty()) {
                    out.append('\n');
                } else {
                    line(depth, line);
                }
            }
        }

        private void line(int depth, String text) {
            out.append(style.indent.repeat(depth)).append(text).append('\n');
        }
    }
}
