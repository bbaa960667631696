// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoField;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDateTime;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a release says of a value of the wrong type, in the words of its TOML library.
 *
 * <p>Source: the decoders of BurntSushi/toml 0.3.1, go-toml 1.9 and go-toml 2.2 to 2.4.
 */
final class TypeErrors {

    private static final String ID = "wrong-type";

    private static final String NO_PLACE = "(0, 0): ";

    private final TomlDialect dialect;
    private final boolean topLevel;

    /** {@code topLevel} tells a whole file from the table of one plugin, which is decoded later and on its own. */
    TypeErrors(ContainerdRelease release, boolean topLevel) {
        this.dialect = release.tomlDialect();
        this.topLevel = topLevel;
    }

    /** The refusal of a value that is not of a setting's type. */
    Refusal of(SchemaKey key, KeyType type, Node node) {
        return switch (dialect) {
            case BURNTSUSHI_0_3 -> exit(burntSushi(key, type, node.value()), node.written());
            case GO_TOML_V1_8, GO_TOML_V1_9 ->
                exit(position(node.written()) + versionOne(key, type, node.value()), node.written());
            default -> versionTwo(key, type, node);
        };
    }

    /** The refusal of an element of an array. */
    Refusal ofElement(SchemaKey key, Leaf array, int index) {
        TomlValue element = ((TomlArray) array.value()).items().get(index);
        KeyType type = key.type().element().orElse(key.type());
        if (dialect == TomlDialect.BURNTSUSHI_0_3) {
            return exit(burntSushi(key, type, element), array.written());
        }
        if (dialect == TomlDialect.GO_TOML_V1_8 || dialect == TomlDialect.GO_TOML_V1_9) {
            return exit(position(array.written()) + versionOne(key, type, element), array.written());
        }
        String text = cannotDecode(key, type, element);
        Written written = array.written();
        if (written != null && topLevel && element instanceof TomlArray) {
            // go-toml 2 does not know where arrays in arrays are
            return exit(text, written, Optional.of(new SourcePlace(written.file(), new Span(0, 0))));
        }
        return exit(text, written, valuePlace(written == null ? null : written.element(index)));
    }

    /** The refusal of a string that is not a length of time, where one is decoded. */
    Refusal ofDuration(SchemaKey key, Node node, IllegalArgumentException cause) {
        String reason = String.valueOf(cause.getMessage());
        boolean old = dialect == TomlDialect.GO_TOML_V1_8 || dialect == TomlDialect.GO_TOML_V1_9;
        if (!old) {
            return exit(dialect == TomlDialect.BURNTSUSHI_0_3 ? reason : "toml: " + reason, node.written());
        }
        boolean plain = key.type().kind() == KeyType.Kind.GO_DURATION;
        String text = plain ? cannotConvert(node.value()) + "time.Duration. " + reason : "unmarshal text: " + reason;
        return exit(position(node.written()) + text, node.written());
    }

    /** The refusal of a plugin's table that is none. */
    Refusal ofPlugin(String pluginId, Node node) {
        if (dialect == TomlDialect.BURNTSUSHI_0_3) {
            return exit(notATable(GoField.structOf(pluginId), node.value()), node.written());
        }
        String type = GoValues.typeOf(node.value());
        return exit("toml: cannot encode a " + type + " as a document root", node.written());
    }

    private Refusal exit(String text, @Nullable Written written) {
        boolean prefixed = topLevel && (dialect == TomlDialect.GO_TOML_V1_8 || dialect == TomlDialect.GO_TOML_V1_9);
        return Refusal.exit(ID, prefixed ? "failed to unmarshal TOML: " + text : text, written);
    }

    private static String burntSushi(SchemaKey key, KeyType type, TomlValue value) {
        return switch (type.kind()) {
            case TABLE -> notATable(GoField.of(key).type(), value);
            case MAP -> key.name().equals("*") ? notATable(GoField.of(key).type(), value) : cannotLoad(value, "map");
            case ARRAY, BYTES -> cannotLoad(value, "slice");
            case BOOLEAN -> cannotLoad(value, "boolean");
            case INTEGER -> cannotLoad(value, "integer");
            case FLOAT -> cannotLoad(value, "float");
            default -> cannotLoad(value, "string");
        };
    }

    private static String notATable(String struct, TomlValue value) {
        return "toml: type mismatch for " + struct + ": expected table but found " + burntSushiType(value);
    }

    private static String cannotLoad(TomlValue value, String go) {
        return "toml: cannot load TOML value of type " + burntSushiType(value) + " into a Go " + go;
    }

    private static String burntSushiType(TomlValue value) {
        return isTables(value) ? "[]map[string]interface {}" : GoValues.typeOf(value);
    }

    private static boolean isTables(TomlValue value) {
        return value instanceof TomlArray array
                && array.size() > 0
                && array.items().get(0) instanceof TomlTable;
    }

    private static String versionOne(SchemaKey key, KeyType type, TomlValue value) {
        if (value instanceof TomlTable) {
            return "Can't convert " + GoTree.print(value) + "(*toml.Tree) to a tree";
        }
        if (isTables(value)) {
            return "Can't convert " + GoTree.print(value) + "([]*toml.Tree) to trees";
        }
        if (value instanceof TomlArray) {
            return "Can't convert " + GoValues.print(value) + "([]interface {}) to a slice";
        }
        return cannotConvert(value) + versionOneTarget(key, type);
    }

    private static String cannotConvert(TomlValue value) {
        return "Can't convert " + GoValues.print(value) + "(" + GoValues.typeOf(value) + ") to ";
    }

    private static String versionOneTarget(SchemaKey key, KeyType type) {
        return switch (type.kind()) {
            case TABLE -> struct(key);
            case ARRAY -> goType(type) + "(slice)";
            case MAP -> isPluginTable(key) ? "toml.Tree" : mapType(key, type) + "(map)";
            default -> goType(type);
        };
    }

    private static String struct(SchemaKey key) {
        String type = GoField.of(key).type();
        return type.startsWith("*") ? type.substring(1) : type;
    }

    private static String mapType(SchemaKey key, KeyType type) {
        if (key.path().equals("plugins")) {
            return "map[string]toml.Tree";
        }
        boolean structs = type.element().isPresent() && type.element().get().kind() == KeyType.Kind.TABLE;
        return structs ? GoField.of(key).type() : goType(type);
    }

    private static boolean isPluginTable(SchemaKey key) {
        return key.path().equals("plugins.*");
    }

    /** Line and column of the key, or of the header of a table; go-toml 1 forgets where inline tables are. */
    private static String position(@Nullable Written written) {
        if (written == null) {
            return "";
        }
        return start(written.file().document().orElseThrow(), written.key());
    }

    private static String start(TomlDocument document, Key key) {
        TomlValue value = document.find(key).orElse(TomlTable.EMPTY);
        if (!(value instanceof TomlTable) && !isTables(value)) {
            return keyStart(document, key);
        }
        Key table = value instanceof TomlArray array ? key.child(array.size() - 1) : key;
        Optional<Span> span = document.spanOf(table);
        boolean header = span.isPresent() && document.text(span.get()).startsWith("[");
        return header ? place(document.position(span.get().start())) : NO_PLACE;
    }

    private static String place(Position position) {
        return "(" + position.line() + ", " + position.column() + "): ";
    }

    /** Where a key starts, with the parts in front of its dots; in an inline table go-toml 1 does not know. */
    private static String keyStart(TomlDocument document, Key key) {
        boolean inline = false;
        for (Entry entry : document.entries()) {
            if (entry.key().equals(key)) {
                return inline
                        ? "(1, 0): "
                        : place(document.position(entry.keySpan().start()));
            }
            inline |= key.startsWith(entry.key());
        }
        return NO_PLACE;
    }

    private Refusal versionTwo(SchemaKey key, KeyType type, Node node) {
        TomlValue value = node.value();
        Written written = node.written();
        if (value instanceof TomlDateTime time && dialect == TomlDialect.GO_TOML_V2_2) {
            String go = "reflect.Set: value of type " + GoValues.timeType(time) + " is not assignable to type ";
            return Refusal.panic(ID, go + goType(type), written);
        }
        if (value instanceof TomlTable
                && !type.isTable()
                && (!topLevel || headerOf(written).isPresent())) {
            return exit("toml: cannot store a table in a " + kind(type), written, headerOf(written));
        }
        if (isTables(value) && (!topLevel || headerOf(written).isPresent())) {
            boolean table = type.kind() == KeyType.Kind.ARRAY;
            String what = table ? "a table in a " : "an array table in a ";
            return exit("toml: cannot store " + what + kind(type), written, headerOf(written));
        }
        boolean rounds = type.kind() == KeyType.Kind.INTEGER && value.type() == TomlValue.Type.FLOAT;
        String text = rounds && dialect != TomlDialect.GO_TOML_V2_4
                ? "toml: float cannot be assigned to int"
                : cannotDecode(key, type, value);
        return exit(text, written, valuePlace(written));
    }

    private static String kind(KeyType type) {
        return switch (type.kind()) {
            case ARRAY ->
                type.element().isEmpty() ? "slice" : kind(type.element().get());
            case MAP -> "map";
            case TABLE -> "struct";
            default -> goType(type);
        };
    }

    /** Where the name in the header of a table starts, if it has one. */
    private static Optional<SourcePlace> headerOf(@Nullable Written written) {
        Optional<SourcePlace> value = valuePlace(written);
        if (written != null && value.isEmpty()) {
            value = valuePlace(written.element(0));
        }
        if (written == null || value.isEmpty()) {
            return Optional.empty();
        }
        String text = written.file().text(value.get().span());
        int at = 0;
        while (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == ' ')) {
            at++;
        }
        Span span = value.get().span();
        return at == 0
                ? Optional.empty()
                : Optional.of(new SourcePlace(written.file(), new Span(span.start() + at, span.end())));
    }

    /**
     * go-toml 2.4 tells the type that is wanted, and the field only of values that are fields; before, it is always the
     * last field on the way, with its type.
     */
    private String cannotDecode(SchemaKey key, KeyType type, TomlValue value) {
        String start = "toml: cannot decode TOML " + word(value) + " into ";
        boolean inMap = key.path().endsWith(".*");
        if (dialect == TomlDialect.GO_TOML_V2_4 && inMap) {
            return start + targetType(key, type);
        }
        GoField field = GoField.ofField(key);
        String shown = dialect == TomlDialect.GO_TOML_V2_4 ? targetType(key, type) : field.type();
        return start + "struct field " + field.name() + " of type " + shown;
    }

    private static String targetType(SchemaKey key, KeyType type) {
        boolean whole = type.equals(key.type());
        if (whole && (type.isTable() || type.kind() == KeyType.Kind.DURATION)) {
            return struct(key);
        }
        String array = GoField.of(key).type();
        return type.kind() == KeyType.Kind.TABLE && array.startsWith("[]") ? array.substring(2) : goType(type);
    }

    private static String word(TomlValue value) {
        if (value instanceof TomlTable) {
            return "inline table";
        }
        return value instanceof TomlDateTime time
                ? GoValues.timeWord(time)
                : value.type().toString();
    }

    private Refusal exit(String text, @Nullable Written written, Optional<SourcePlace> place) {
        if (!topLevel || place.isEmpty()) {
            return Refusal.exit(ID, text, written);
        }
        boolean lost = dialect == TomlDialect.GO_TOML_V2_3 && text.startsWith("toml: cannot decode TOML datetime");
        Position position = lost ? new Position(1, 1) : place.get().position();
        String where = "row " + position.line() + " column " + position.column();
        return Refusal.exit(ID, "failed to unmarshal TOML at " + where + ": " + text, written);
    }

    private static Optional<SourcePlace> valuePlace(@Nullable Written written) {
        if (written == null) {
            return Optional.empty();
        }
        Optional<Span> span = written.file().document().orElseThrow().spanOf(written.key());
        return span.isEmpty() ? Optional.empty() : Optional.of(new SourcePlace(written.file(), span.get()));
    }

    private static String goType(KeyType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bool";
            case INTEGER -> "int";
            case FLOAT -> "float64";
            case ARRAY -> "[]" + element(type);
            case MAP -> "map[string]" + element(type);
            case ANY, TABLE -> "interface {}";
            default -> "string";
        };
    }

    private static String element(KeyType type) {
        return type.element().isEmpty() ? "interface {}" : goType(type.element().get());
    }
}
