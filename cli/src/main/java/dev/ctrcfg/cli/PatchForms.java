// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.Given;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.merge.ConfigPatch;
import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways to say on a command line what a file shall contain; they are applied in the order that they stand in. */
final class PatchForms {

    static final Option<FileArgument> PATCH = Option.value("--patch", "FRAGMENT", FileArgument.Names.NAMES)
            .repeatable()
            .description(
                    "a file with what FILE shall contain, - for standard input: TOML, a JSON merge patch (RFC 7386), an"
                            + " array of JSON operations (RFC 6902), YAML of both, or a cluster file of kind");
    private static final Option<KeyValue> SET = Option.value("--set", "KEY=VALUE", KeyValue.Assigned.ASSIGNED)
            .repeatable()
            .description("set a key to a TOML value; a bare word is a string");
    private static final Option<KeyValue> ADD = Option.value("--add", "KEY=VALUE", KeyValue.Assigned.ASSIGNED)
            .repeatable()
            .description("add an element to an array that does not have it");
    private static final Option<KeyValue> UNSET = Option.value("--unset", "KEY", KeyValue.Removed.REMOVED)
            .repeatable()
            .description("remove a key with everything below it, or with KEY[VALUE] an element from an array");
    private static final Option<String> DEFAULT_RUNTIME =
            Option.value("--default-runtime", "NAME", Text.ANY).description("make a runtime the default");
    private static final Option<String> REMOVE_RUNTIME = Option.value("--remove-runtime", "NAME", Text.ANY)
            .repeatable()
            .description("remove a runtime, and the tables that this leaves empty and without comments");
    private static final Option<PresetArgument> PRESET = Option.value("--preset", "NAME", PresetArgument.Words.WORDS)
            .repeatable()
            .description("what a runtime wants, see ctrcfg presets; NAME,PARAMETER=VALUE,... sets parameters");
    private static final Option<FileArgument> PRESET_DIR = presetDirectory();
    private static final Option<Boolean> UNCOMMENT =
            Option.flag("--uncomment").description("with --set, turn a key on where a comment of FILE shows it");

    private PatchForms() {}

    /** Where presets of one's own are. */
    static Option<FileArgument> presetDirectory() {
        return Option.value("--preset-dir", "DIR", FileArgument.Names.NAMES)
                .description("a directory with presets of your own, NAME.toml each");
    }

    /** {@return the options, for the table of a command} */
    static Option<?>[] options() {
        return new Option<?>[] {PATCH, SET, ADD, UNSET, DEFAULT_RUNTIME, REMOVE_RUNTIME, PRESET, PRESET_DIR, UNCOMMENT};
    }

    /** {@return the runtimes that a command line removes} */
    static List<String> removedRuntimes(Arguments arguments) {
        return arguments.all(REMOVE_RUNTIME);
    }

    /** {@return the patches of a command line, in its order} */
    static List<ConfigPatch> patches(Arguments arguments, Console console) throws CommandFailure, UsageException {
        List<ConfigPatch> patches = new ArrayList<>();
        for (Given<?> given : arguments.given()) {
            patches.addAll(patches(given, arguments, console));
        }
        if (patches.isEmpty() && !arguments.has(PATCH)) {
            throw new UsageException(
                    "nothing to do: --patch, --set, --add, --unset, --default-runtime, --remove-runtime"
                            + " or --preset says what");
        }
        return patches;
    }

    private static List<ConfigPatch> patches(Given<?> given, Arguments arguments, Console console)
            throws CommandFailure {
        Optional<FileArgument> file = given.as(PATCH);
        if (file.isPresent()) {
            return PatchFile.read(file.get(), console);
        }
        Optional<PresetArgument> preset = given.as(PRESET);
        if (preset.isPresent()) {
            return List.of(preset.get().patch(arguments.find(PRESET_DIR)));
        }
        Optional<ConfigPatch> patch = patch(given, arguments.has(UNCOMMENT));
        return patch.isPresent() ? List.of(patch.get()) : List.of();
    }

    private static Optional<ConfigPatch> patch(Given<?> given, boolean uncomments) {
        Optional<KeyValue> set = given.as(SET);
        Optional<KeyValue> add = given.as(ADD);
        Optional<KeyValue> unset = given.as(UNSET);
        if (set.isPresent()) {
            return Optional.of(set(set.get(), uncomments));
        }
        if (add.isPresent()) {
            Key key = add.get().key();
            return Optional.of(called("--add", key)
                    .add(key, add.get().value().orElseThrow())
                    .build());
        }
        return unset.isPresent() ? Optional.of(unset(unset.get())) : ofRuntime(given);
    }

    private static Optional<ConfigPatch> ofRuntime(Given<?> given) {
        Optional<String> defaultRuntime = given.as(DEFAULT_RUNTIME);
        if (defaultRuntime.isPresent()) {
            return Optional.of(ConfigPatch.builder("--default-runtime")
                    .defaultRuntime(defaultRuntime.get())
                    .build());
        }
        Optional<String> removed = given.as(REMOVE_RUNTIME);
        if (removed.isPresent()) {
            return Optional.of(ConfigPatch.builder("--remove-runtime")
                    .removeRuntime(removed.get())
                    .build());
        }
        return Optional.empty();
    }

    private static ConfigPatch.Builder called(String option, Key key) {
        return ConfigPatch.builder(option + " " + key);
    }

    private static ConfigPatch set(KeyValue set, boolean uncomments) {
        ConfigPatch.Builder patch = called("--set", set.key());
        return uncomments
                ? patch.uncomment(set.key(), set.value().orElseThrow()).build()
                : patch.set(set.key(), set.value().orElseThrow()).build();
    }

    private static ConfigPatch unset(KeyValue unset) {
        ConfigPatch.Builder patch = called("--unset", unset.key());
        return unset.value().isPresent()
                ? patch.unsetItem(unset.key(), unset.value().get()).build()
                : patch.unset(unset.key()).build();
    }
}
