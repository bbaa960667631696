// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A patch with parameters that is known by a name, such as {@code kata} or {@code nvidia}.
 *
 * <p>It is a TOML document: {@code summary} and {@code source} say what it is and where its settings are from, {@code
 * [parameters]} gives every parameter its default, {@code [patch]} is a fragment with short names, {@code [fallback]}
 * one for what is absent, and {@code [when.PARAMETER]} one for when a parameter is neither empty nor false. {@code
 * [inherit]} gives a runtime what the first of others {@code from} has, of which {@code ""} is the default runtime
 * unless its name begins like {@code except}. {@code [runtimeclass]} has what is known about the RuntimeClass: {@code
 * name}, {@code handler}, {@code overhead} and {@code nodeSelector}.
 *
 * <p>In all of it {@code {parameter}} stands for a parameter's value. A string that is nothing else takes the type of the
 * parameter, and is left out if that is an empty string or array.
 */
public final class Preset {

    private final String name;
    private final TomlTable root;

    private Preset(String name, TomlTable root) {
        this.name = name;
        this.root = root;
    }

    /**
     * {@return the preset that a document describes}
     *
     * @param name its name
     * @param document the document
     */
    public static Preset of(String name, TomlDocument document) {
        return new Preset(name, document.root());
    }

    /** {@return the names of the presets that come with this library, in order} */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        String index = PresetFiles.read("index.txt");
        int start = 0;
        for (int end = index.indexOf('\n'); end >= 0; end = index.indexOf('\n', start)) {
            names.add(index.substring(start, end));
            start = end + 1;
        }
        return names;
    }

    /**
     * {@return one of the presets that come with this library}
     *
     * @param name its name
     */
    public static Optional<Preset> builtIn(String name) {
        return names().contains(name)
                ? Optional.of(of(name, TomlDocument.parse(PresetFiles.read(name + ".toml"))))
                : Optional.empty();
    }

    /** {@return the name} */
    public String name() {
        return name;
    }

    /** {@return what it is for, in a few words} */
    public String summary() {
        return text("summary");
    }

    /** {@return where its settings are from} */
    public String source() {
        return text("source");
    }

    private String text(String entry) {
        return root.entries().get(entry) instanceof TomlString text ? text.value() : "";
    }

    /** {@return the parameters with their defaults} */
    public TomlTable parameters() {
        return table(root, "parameters");
    }

    private static TomlTable table(TomlTable holder, String entry) {
        return holder.entries().get(entry) instanceof TomlTable table ? table : TomlTable.EMPTY;
    }

    /**
     * {@return the patch}
     *
     * @param given the parameters that shall have other values than by default, as texts
     * @throws IllegalArgumentException if there is no such parameter, or if a text is not of its type
     */
    public ConfigPatch patch(Map<String, String> given) {
        Filling filling = Filling.of(parameters(), given);
        ConfigPatch.Builder patch = ConfigPatch.builder("preset " + name);
        TomlTable inherit = filling.fill(table(root, "inherit"));
        if (!inherit.isEmpty()) {
            patch.inherit(inheritance(inherit));
        }
        patch.setIfAbsent(Key.ROOT, filling.fill(table(root, "fallback")));
        return patch.set(Key.ROOT, wanted(filling)).build();
    }

    /**
     * {@return the runtimes whose settings its runtime takes over, the first one that is there; {@code ""} is the default
     * runtime}
     */
    public List<String> inherited() {
        return inheritance(table(root, "inherit")).sources();
    }

    private static Step.Inherit inheritance(TomlTable inherit) {
        List<String> from = new ArrayList<>();
        if (inherit.entries().get("from") instanceof TomlArray names) {
            for (TomlValue source : names.items()) {
                from.add(source instanceof TomlString text ? text.value() : "");
            }
        }
        String except = inherit.entries().get("except") instanceof TomlString text ? text.value() : "\0";
        String runtime = inherit.entries().get("runtime") instanceof TomlString text ? text.value() : "";
        return new Step.Inherit(runtime, from, except);
    }

    private TomlTable wanted(Filling filling) {
        TomlTable wanted = filling.fill(table(root, "patch"));
        for (Map.Entry<String, TomlValue> condition :
                table(root, "when").entries().entrySet()) {
            if (filling.isOn(condition.getKey()) && condition.getValue() instanceof TomlTable more) {
                wanted = sum(wanted, filling.fill(more));
            }
        }
        return wanted;
    }

    private static TomlTable sum(TomlTable one, TomlTable other) {
        TomlTable sum = one;
        for (Map.Entry<String, TomlValue> entry : other.entries().entrySet()) {
            boolean both =
                    one.entries().get(entry.getKey()) instanceof TomlTable && entry.getValue() instanceof TomlTable;
            TomlValue value = both
                    ? sum(
                            (TomlTable) java.util.Objects.requireNonNull(
                                    one.entries().get(entry.getKey())),
                            (TomlTable) entry.getValue())
                    : entry.getValue();
            sum = sum.with(entry.getKey(), value);
        }
        return sum;
    }

    /**
     * {@return what the patch sets, with short names; without what it inherits}
     *
     * @param given the parameters that shall have other values than by default, as texts
     * @throws IllegalArgumentException as {@link #patch} does
     */
    public TomlTable fragment(Map<String, String> given) {
        Filling filling = Filling.of(parameters(), given);
        return sum(filling.fill(table(root, "fallback")), wanted(filling));
    }

    /**
     * {@return what is known about the RuntimeClass for its runtime: {@code name}, {@code handler}, {@code overhead} and
     * {@code nodeSelector}; empty if it is not about a runtime}
     *
     * @param given the parameters that shall have other values than by default, as texts
     * @throws IllegalArgumentException as {@link #patch} does
     */
    public Optional<TomlTable> runtimeClass(Map<String, String> given) {
        TomlTable described = Filling.of(parameters(), given).fill(table(root, "runtimeclass"));
        return described.isEmpty() ? Optional.empty() : Optional.of(described);
    }
}
