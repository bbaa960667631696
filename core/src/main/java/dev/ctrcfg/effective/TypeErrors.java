// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoField;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlArray;
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
            case GO_TOML_V1_8, GO_TOML_V1_9 -> exit(versionOne(key, type, node), node.written());
            default -> versionTwo(key, type, node);
        };
    }

    /** The refusal of an element of an array. */
    Refusal ofElement(SchemaKey key, TomlValue element, Leaf array) {
        KeyType type = key.type().element().orElse(key.type());
        if (dialect == TomlDialect.BURNTSUSHI_0_3) {
            return exit(burntSushi(key, type, element), array.written());
        }
        if (dialect == TomlDialect.GO_TOML_V1_8 || dialect == TomlDialect.GO_TOML_V1_9) {
            return exit(position(array.written()) + cannotConvert(element) + goType(type), array.written());
        }
        boolean named = dialect == TomlDialect.GO_TOML_V2_4;
        String text = cannotDecode(element, GoField.of(key).name(), named ? goType(type) : goType(key.type()));
        return exit(text, array.written(), elementPlace(array, element));
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
        return exit("toml: cannot decode TOML " + word(node.value()) + " into a table", node.written());
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

    private static String versionOne(SchemaKey key, KeyType type, Node node) {
        TomlValue value = node.value();
        String prefix = position(node.written());
        if (value instanceof TomlTable) {
            return prefix + "Can't convert " + GoTree.print(value) + "(*toml.Tree) to a tree";
        }
        if (isTables(value)) {
            return prefix + "Can't convert " + GoTree.print(value) + "([]*toml.Tree) to trees";
        }
        if (value instanceof TomlArray) {
            return prefix + "Can't convert " + GoValues.print(value) + "([]interface {}) to a slice";
        }
        return prefix + cannotConvert(value) + versionOneTarget(key, type);
    }

    private static String cannotConvert(TomlValue value) {
        return "Can't convert " + GoValues.print(value) + "(" + GoValues.typeOf(value) + ") to ";
    }

    private static String versionOneTarget(SchemaKey key, KeyType type) {
        return switch (type.kind()) {
            case TABLE -> GoField.of(key).type();
            case ARRAY -> goType(type) + "(slice)";
            case MAP -> isPluginTable(key) ? "toml.Tree" : goType(type) + "(map)";
            default -> goType(type);
        };
    }

    private static boolean isPluginTable(SchemaKey key) {
        return key.path().equals("plugins.*");
    }

    /** Line and column of the key, or of the header of a table; go-toml 1 forgets where inline tables are. */
    private static String position(@Nullable Written written) {
        if (written == null) {
            return "";
        }
        Optional<Position> start = start(written);
        return start.isEmpty()
                ? "(0, 0): "
                : "(" + start.get().line() + ", " + start.get().column() + "): ";
    }

    private static Optional<Position> start(Written written) {
        TomlDocument document = written.file().document().orElseThrow();
        Key key = written.key();
        TomlValue value = document.find(key).orElseThrow();
        if (!(value instanceof TomlTable) && !isTables(value)) {
            return Optional.of(written.place().position());
        }
        Key table = value instanceof TomlArray array ? key.child(array.size() - 1) : key;
        Optional<Span> span = document.spanOf(table);
        boolean header = span.isPresent() && written.file().text(span.get()).startsWith("[");
        return header ? Optional.of(document.position(span.get().start())) : Optional.empty();
    }

    private Refusal versionTwo(SchemaKey key, KeyType type, Node node) {
        TomlValue value = node.value();
        if (value.type() == TomlValue.Type.DATE_TIME && dialect == TomlDialect.GO_TOML_V2_2) {
            String go = "reflect.Set: value of type time.Time is not assignable to type " + goType(type);
            return Refusal.panic(ID, go, node.written());
        }
        boolean rounds = type.kind() == KeyType.Kind.INTEGER && value.type() == TomlValue.Type.FLOAT;
        if (value instanceof TomlTable && !topLevel && !type.isTable()) {
            return exit("toml: cannot store a table in a " + kind(type), node.written());
        }
        String text = rounds && dialect != TomlDialect.GO_TOML_V2_4
                ? "toml: float cannot be assigned to int"
                : cannotDecode(value, GoField.of(key).name(), fieldType(key, type));
        return exit(text, node.written(), valuePlace(node.written()));
    }

    private static String kind(KeyType type) {
        return type.kind() == KeyType.Kind.ARRAY ? "slice" : goType(type);
    }

    private static String fieldType(SchemaKey key, KeyType type) {
        boolean whole = type.equals(key.type());
        return whole && (type.isTable() || type.kind() == KeyType.Kind.DURATION)
                ? GoField.of(key).type()
                : goType(type);
    }

    private static String cannotDecode(TomlValue value, String field, String type) {
        return "toml: cannot decode TOML " + word(value) + " into struct field " + field + " of type " + type;
    }

    private static String word(TomlValue value) {
        return switch (value.type()) {
            case DATE_TIME -> "datetime";
            default -> value.type().toString();
        };
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
        Optional<Span> span = written.file().document().flatMap(document -> document.spanOf(written.key()));
        return span.map(found -> new SourcePlace(written.file(), found));
    }

    private static Optional<SourcePlace> elementPlace(Leaf array, TomlValue element) {
        Written written = array.written();
        int index = ((TomlArray) array.value()).items().indexOf(element);
        if (written == null || index < 0) {
            return Optional.empty();
        }
        Optional<Span> span = written.file()
                .document()
                .flatMap(document -> document.spanOf(written.key().child(index)));
        return span.map(found -> new SourcePlace(written.file(), found));
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
