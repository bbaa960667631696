// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlDialect;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** The errors of the three TOML libraries about a value whose type a field of an options message cannot hold. */
final class OptionErrors {

    private static final long UINT32_MAX = 0xffff_ffffL;

    private final OptionsKind kind;
    private final ContainerdRelease release;

    OptionErrors(OptionsKind kind, ContainerdRelease release) {
        this.kind = kind;
        this.release = release;
    }

    /** The error for a field and a value, or empty if the field takes the value. */
    Optional<String> of(SchemaKey field, TomlValue value) {
        if (field.type().kind() == KeyType.Kind.BYTES && value instanceof TomlArray array) {
            return ofBytes(field, array);
        }
        if (!fits(field.type().kind(), value)) {
            return Optional.of(mismatch(field, value));
        }
        if (value instanceof TomlInteger number && !inRange(number.value(), integerType(field))) {
            return Optional.of(outOfRange(number.value(), integerType(field)));
        }
        return Optional.empty();
    }

    private Optional<String> ofBytes(SchemaKey field, TomlArray array) {
        for (TomlValue item : array.items()) {
            if (!(item instanceof TomlInteger number)) {
                return Optional.of(release.since(ReleaseLine.V2_0) ? mismatch(field, item) : convert(item, "uint8"));
            }
            if (!inRange(number.value(), "uint8")) {
                return Optional.of(outOfRange(number.value(), "uint8"));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(KeyType.Kind type, TomlValue value) {
        return switch (value.type()) {
            case STRING -> type == KeyType.Kind.STRING;
            case INTEGER -> type == KeyType.Kind.INTEGER;
            case BOOLEAN -> type == KeyType.Kind.BOOLEAN;
            case TABLE -> type == KeyType.Kind.MAP;
            case FLOAT, DATE_TIME, ARRAY -> false;
        };
    }

    /** The Go type of a field of whole numbers. */
    private String integerType(SchemaKey field) {
        if (kind == OptionsKind.RUNC) {
            return "uint32";
        }
        boolean named = field.path().equals("DebugType") || field.path().equals("SandboxIsolation");
        return named ? "options.Options_" + field.path() : "int32";
    }

    private static boolean inRange(long number, String goType) {
        return switch (goType) {
            case "uint8" -> number >= 0 && number <= 0xff;
            case "uint32" -> number >= 0 && number <= UINT32_MAX;
            default -> number == (int) number;
        };
    }

    private String outOfRange(long number, String goType) {
        if (!release.since(ReleaseLine.V1_5)) {
            return "toml: value " + number + " is out of range for " + plain(goType);
        }
        boolean unsigned = goType.startsWith("uint");
        if (!release.since(ReleaseLine.V2_0)) {
            return unsigned && number < 0
                    ? "(0, 0): " + number + "(int64) is negative so does not fit in " + goType
                    : "(0, 0): " + number + "(int64) would overflow " + goType;
        }
        if (release.tomlDialect() == TomlDialect.GO_TOML_V2_4) {
            String negative = unsigned && number < 0 ? "negative " : "";
            return "toml: " + negative + "integer value " + number + " cannot be stored in " + plain(goType);
        }
        return "toml: " + (unsigned ? "negative " : "") + "number " + number + " does not fit in an " + plain(goType);
    }

    /** The built-in type below a named one. */
    private static String plain(String goType) {
        return goType.startsWith("options.") ? "int32" : goType;
    }

    private String mismatch(SchemaKey field, TomlValue value) {
        if (!release.since(ReleaseLine.V1_5)) {
            return "toml: cannot load TOML value of type " + GoText.typeOf(value) + " into a Go " + article(field);
        }
        return release.since(ReleaseLine.V2_0) ? ofSecond(field, value) : ofFirst(field, value);
    }

    /** What BurntSushi/toml calls the type of a field. */
    private static String article(SchemaKey field) {
        return switch (field.type().kind()) {
            case MAP -> "map";
            case BYTES -> "slice";
            default -> field.type().toString();
        };
    }

    /** go-toml 1: its arrays have the type of their first element. */
    private String ofFirst(SchemaKey field, TomlValue value) {
        if (value instanceof TomlTable table) {
            return "(0, 0): Can't convert " + OptionsText.first(table) + "(*toml.Tree) to a tree";
        }
        String type = GoText.typeOf(value);
        if (type.equals("[]interface {}")) {
            return convert(value, "a slice");
        }
        if (type.equals("[]*toml.Tree")) {
            return convert(value, "trees");
        }
        return switch (field.type().kind()) {
            case BYTES -> convert(value, "[]uint8(slice)");
            case MAP -> convert(value, "map[string]string(map)");
            default -> convert(value, goType(field));
        };
    }

    private static String convert(TomlValue value, String target) {
        return "(0, 0): Can't convert " + GoText.of(value) + "(" + GoText.typeOf(value) + ") to " + target;
    }

    private String goType(SchemaKey field) {
        return switch (field.type().kind()) {
            case BOOLEAN -> "bool";
            case INTEGER -> integerType(field);
            case BYTES -> "[]uint8";
            case MAP -> "map[string]string";
            default -> "string";
        };
    }

    /** go-toml 2. */
    private String ofSecond(SchemaKey field, TomlValue value) {
        if (value instanceof TomlBoolean bool) {
            return "toml: cannot assign boolean to a " + bool.value();
        }
        if (value.type() == TomlValue.Type.FLOAT) {
            return "toml: float cannot be assigned to " + goKind(field);
        }
        String struct = kind == OptionsKind.GENERIC ? "runtimeoptions.Options." : "options.Options.";
        return "toml: cannot decode TOML " + value.type() + " into struct field " + struct + field.path() + " of type "
                + goType(field);
    }

    private String goKind(SchemaKey field) {
        return switch (field.type().kind()) {
            case BYTES -> "slice";
            case MAP -> "map";
            case INTEGER -> plain(integerType(field));
            default -> goType(field);
        };
    }
}
