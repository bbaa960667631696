// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyCase;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.RuntimesDefault;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaLevel;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a table into a struct of containerd's that may hold values already, as the TOML library of a release does.
 *
 * <p>What comes out has the names that containerd gives its settings, however the file spells them.
 */
final class StructDecoder {

    private final KeyCase keyCase;
    private final RuntimesDefault maps;
    private final TypeErrors errors;
    private final @Nullable ZeroValues zeros;
    private final boolean opaqueTables;
    private final StrayKeys unknown = new StrayKeys();

    private StructDecoder(ContainerdRelease release, boolean topLevel) {
        this.keyCase = release.keyCase();
        this.maps = release.runtimesDefault();
        this.errors = new TypeErrors(release, topLevel);
        this.zeros = topLevel ? null : new ZeroValues(release);
        this.opaqueTables = release.keepsOptionsUndecoded();
    }

    /** For whole files: only what is given comes out. */
    static StructDecoder ofFile(ContainerdRelease release) {
        return new StructDecoder(release, true);
    }

    /** For the table of a plugin: structs that the file adds have all their settings. */
    static StructDecoder ofPlugin(ContainerdRelease release) {
        return new StructDecoder(release, false);
    }

    /** The keys that no setting has, in the order they were met. */
    List<StrayKeys.Stray> unknown() {
        return unknown.list();
    }

    /** Whether another decoder makes the same of every table that it takes. */
    boolean decodesAs(StructDecoder other) {
        return keyCase == other.keyCase
                && maps == other.maps
                && opaqueTables == other.opaqueTables
                && (zeros == null ? other.zeros == null : other.zeros != null && zeros.fillsAs(other.zeros));
    }

    TypeErrors errors() {
        return errors;
    }

    /**
     * A table decoded onto a struct.
     *
     * @throws Refusal if a value is of the wrong type
     */
    Branch decode(SchemaLevel struct, @Nullable Branch base, Branch given) {
        Branch out = base == null ? new Branch(given.written()) : base.at(given.written());
        if (keyCase == KeyCase.FOUR_FORMS) {
            decodeByField(struct, out, given);
        } else {
            decodeByKey(struct, out, given);
        }
        return out;
    }

    private void decodeByKey(SchemaLevel struct, Branch out, Branch given) {
        for (String written : zeros == null ? given.names() : given.marshalled()) {
            Optional<SchemaLevel> exact = struct.child(written);
            Optional<String> name = exact.isPresent() ? Optional.of(written) : struct.nameFor(written);
            unknown.enter(written);
            Node node = node(given, written);
            if (name.isEmpty()) {
                unknown.add(node);
            } else {
                SchemaLevel level = exact.isPresent()
                        ? exact.get()
                        : struct.child(name.get()).orElseThrow();
                decodeField(level, name.get(), out, node);
            }
            unknown.leave();
        }
    }

    private static Node node(Branch table, String name) {
        Node node = table.get(name);
        if (node == null) {
            throw new IllegalStateException(name);
        }
        return node;
    }

    private void decodeByField(SchemaLevel struct, Branch out, Branch given) {
        List<String> left = given.names();
        left.removeAll(struct.names());
        for (String name : struct.names()) {
            Node node = given.get(name);
            String chosen = node == null ? chosen(name, left) : name;
            if (chosen != null) {
                unknown.enter(chosen);
                decodeField(struct.child(name).orElseThrow(), name, out, node == null ? node(given, chosen) : node);
                unknown.leave();
            }
        }
        for (String name : left) {
            unknown.enter(name);
            unknown.add(node(given, name));
            unknown.leave();
        }
    }

    /** Another spelling of a name, which is taken from those that are left; or null. */
    private @Nullable String chosen(String name, List<String> left) {
        if (left.isEmpty()) {
            return null;
        }
        Optional<String> chosen = keyCase.choose(name, left);
        if (chosen.isEmpty()) {
            return null;
        }
        left.remove(chosen.get());
        return chosen.get();
    }

    private void decodeField(SchemaLevel level, String name, Branch out, Node given) {
        SchemaKey key = level.key().orElseThrow();
        Node base = out.get(name);
        Node decoded = value(level, key, base, given);
        if (base != null || isShown(key, decoded)) {
            out.put(name, decoded);
        }
    }

    /**
     * Settings that the default configuration does not show are shown when they have a value, and so are maps; go-toml 2
     * does not write empty ones.
     */
    private boolean isShown(SchemaKey key, Node decoded) {
        if (zeros == null || opaqueTables || !isNothing(decoded)) {
            return true;
        }
        boolean added = key.path().indexOf('*') >= 0 || key.path().indexOf('[') >= 0;
        boolean map = key.type().kind() == KeyType.Kind.MAP;
        return added && !(map && keyCase == KeyCase.LOWERED);
    }

    private static boolean isNothing(Node node) {
        return node instanceof Branch table ? table.isEmpty() : GoValues.isZero(node.value());
    }

    private Node value(SchemaLevel level, SchemaKey key, @Nullable Node base, Node given) {
        KeyType type = key.type();
        return switch (type.kind()) {
            case TABLE -> struct(level, key, base, given);
            case MAP -> map(level, key, base, given);
            case ARRAY -> array(level, key, given);
            case ANY -> given;
            case DURATION, GO_DURATION -> duration(key, given);
            default -> scalar(key, type, given);
        };
    }

    private Branch struct(SchemaLevel level, SchemaKey key, @Nullable Node base, Node given) {
        if (!(given instanceof Branch table)) {
            throw errors.of(key, key.type(), given);
        }
        return decode(level, base instanceof Branch known ? known : zero(level), table);
    }

    private @Nullable Branch zero(SchemaLevel level) {
        if (zeros == null) {
            return null;
        }
        Branch zero = new Branch(null);
        zeros.fill(zero, level);
        return zero;
    }

    private Node map(SchemaLevel level, SchemaKey key, @Nullable Node base, Node given) {
        KeyType element = key.type().element().orElseThrow();
        boolean opaque = element.kind() == KeyType.Kind.ANY;
        if (opaque && opaqueTables) {
            return new Branch(given.written());
        }
        if (!(given instanceof Branch table)) {
            throw errors.of(key, key.type(), given);
        }
        if (zeros == null && key.path().equals("plugins")) {
            return plugins(key, element, table);
        }
        Branch out = start(base, given);
        for (String name : table.marshalled()) {
            unknown.enter(name);
            Node node = node(table, name);
            out.put(name, opaque ? raw(out.get(name), node) : entry(level, key, out.get(name), node));
            unknown.leave();
        }
        return out;
    }

    /** What is in a map before the file is read; a struct in it that the file names may start anew. */
    private Branch start(@Nullable Node base, Node given) {
        boolean kept = maps != RuntimesDefault.LOST;
        return kept && base instanceof Branch branch ? branch.at(given.written()) : new Branch(given.written());
    }

    /** Tables of plugins are kept as they are; go-toml 1 sees to it that they are tables. */
    private Branch plugins(SchemaKey key, KeyType element, Branch table) {
        for (String name : table.names()) {
            if (keyCase == KeyCase.FOUR_FORMS && !(node(table, name) instanceof Branch)) {
                throw errors.of(key.value(element), element, node(table, name));
            }
        }
        return table;
    }

    private static Node raw(@Nullable Node base, Node given) {
        if (!(base instanceof Branch into) || !(given instanceof Branch from)) {
            return given;
        }
        Branch out = into.at(given.written());
        for (String name : from.names()) {
            out.put(name, raw(out.get(name), node(from, name)));
        }
        return out;
    }

    private Node entry(SchemaLevel level, SchemaKey key, @Nullable Node base, Node given) {
        KeyType element = key.type().element().orElseThrow();
        Optional<SchemaLevel> below = level.anyName();
        if (element.kind() == KeyType.Kind.TABLE && below.isPresent()) {
            if (!(given instanceof Branch table)) {
                throw errors.of(key.value(element), element, given);
            }
            boolean merged = maps == RuntimesDefault.MERGED && base instanceof Branch;
            return decode(below.get(), merged ? (Branch) base : zero(below.get()), table);
        }
        return value(level, key.value(element), base, given);
    }

    private Node array(SchemaLevel level, SchemaKey key, Node given) {
        if (!(given instanceof Leaf leaf) || !(leaf.value() instanceof TomlArray array)) {
            throw errors.of(key, key.type(), given);
        }
        KeyType element = key.type().element().orElseThrow();
        Optional<SchemaLevel> below = level.element();
        boolean tables = Marshalled.isTables(array);
        boolean asWhole = keyCase == KeyCase.FOUR_FORMS ? below.isPresent() != tables : tables && below.isEmpty();
        if (asWhole) {
            throw errors.of(key, key.type(), given);
        }
        List<TomlValue> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            TomlValue item = array.items().get(i);
            if (!Types.fits(element, item)) {
                throw errors.ofElement(key, leaf, i);
            }
            boolean struct = below.isPresent() && item instanceof TomlTable;
            items.add(struct ? element(below.get(), (TomlTable) item, element(leaf, i)) : item);
        }
        return new Leaf(new TomlArray(items), given.written());
    }

    private static @Nullable Written element(Leaf array, int index) {
        Written written = array.written();
        return written == null ? null : written.element(index);
    }

    private TomlValue element(SchemaLevel below, TomlTable item, @Nullable Written written) {
        Branch table = written == null ? Branch.unwritten(item) : Branch.of(item, written);
        return decode(below, zero(below), table).value();
    }

    private Leaf duration(SchemaKey key, Node given) {
        TomlValue value = given.value();
        boolean plain = key.type().kind() == KeyType.Kind.GO_DURATION;
        boolean number = (plain || keyCase == KeyCase.LOWERED) && value.type() == TomlValue.Type.INTEGER;
        boolean text = !plain && keyCase != KeyCase.LOWERED && Types.isScalar(value);
        if (value.type() != TomlValue.Type.STRING && !number && !text) {
            throw errors.of(key, key.type(), given);
        }
        try {
            return new Leaf(Duration.normal(text ? TomlValue.of(GoValues.print(value)) : value), given.written());
        } catch (IllegalArgumentException e) {
            throw errors.ofDuration(key, given, e);
        }
    }

    private Node scalar(SchemaKey key, KeyType type, Node given) {
        if (given instanceof Branch || !Types.fits(type, given.value())) {
            throw errors.of(key, type, given);
        }
        boolean whole = type.kind() == KeyType.Kind.FLOAT && given.value() instanceof TomlInteger;
        return whole ? rounded(key, type, given) : given;
    }

    /** Only go-toml 2 takes a whole number for a float. */
    private Leaf rounded(SchemaKey key, KeyType type, Node given) {
        if (keyCase != KeyCase.LOWERED) {
            throw errors.of(key, type, given);
        }
        double number = ((TomlInteger) given.value()).value();
        return new Leaf(TomlValue.of(number), given.written());
    }
}
