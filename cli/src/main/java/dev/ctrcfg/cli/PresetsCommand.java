// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import dev.ctrcfg.merge.Preset;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.Map;
import java.util.Optional;

/** {@code ctrcfg presets}: lists the presets, or prints one as a patch. */
final class PresetsCommand implements Subcommand {

    private static final Positional<PresetArgument> NAME = Positional.of("NAME", PresetArgument.Words.WORDS)
            .description(
                    "the preset to print, with parameters as for ctrcfg patch --preset; without it all are listed");
    private static final Option<FileArgument> DIRECTORY = PatchForms.presetDirectory();

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg presets", "Lists the presets of ctrcfg patch, or prints one as a patch.")
                .description("A preset is a patch with parameters for a runtime or another piece of a node. What is"
                        + " printed can be kept, edited, and given to ctrcfg patch --patch.")
                .positional(NAME)
                .options(DIRECTORY)
                .exit(ExitCode.OK, "done")
                .exit(ExitCode.TROUBLE, "trouble")
                .examples(
                        "ctrcfg presets",
                        "ctrcfg presets kata-qemu,prefix=/usr/local/kata",
                        "ctrcfg patch --preset gvisor,config=/etc/containerd/runsc.toml")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        Optional<FileArgument> directory = arguments.find(DIRECTORY);
        Optional<PresetArgument> name = arguments.find(NAME);
        console.out().print(name.isPresent() ? patch(name.get(), directory) : list(directory));
        return ExitCode.OK;
    }

    private static String list(Optional<FileArgument> directory) throws CommandFailure {
        StringBuilder out = new StringBuilder();
        int width = 0;
        for (String name : PresetArgument.names(directory)) {
            width = Math.max(width, name.length());
        }
        for (String name : PresetArgument.names(directory)) {
            Preset preset = new PresetArgument(name, Map.of()).find(directory);
            out.append(name).append(" ".repeat(width - name.length() + 2));
            out.append(Terminal.escape(preset.summary())).append('\n');
        }
        return out.toString();
    }

    private static String patch(PresetArgument argument, Optional<FileArgument> directory) throws CommandFailure {
        Preset preset = argument.find(directory);
        StringBuilder out = new StringBuilder();
        comment(out, preset.summary());
        comment(out, preset.source().isEmpty() ? "" : "from " + preset.source());
        for (Map.Entry<String, TomlValue> parameter :
                preset.parameters().entries().entrySet()) {
            comment(
                    out,
                    "parameter " + parameter.getKey() + " = "
                            + parameter.getValue().toToml());
        }
        comment(out, inheritance(preset));
        return out.append(TomlDocument.of(fragment(preset, argument)).text()).toString();
    }

    /** What a fragment cannot say. */
    private static String inheritance(Preset preset) {
        StringBuilder out = new StringBuilder();
        for (String source : preset.inherited()) {
            out.append(
                    out.length() == 0
                            ? "with ctrcfg patch --preset it has, besides this, what the first of these has: "
                            : ", ");
            out.append(source.isEmpty() ? "the default runtime" : source);
        }
        return out.toString();
    }

    private static TomlTable fragment(Preset preset, PresetArgument argument) throws CommandFailure {
        try {
            return preset.fragment(argument.parameters());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of("ctrcfg: error: preset " + preset.name() + ": " + e.getMessage());
        }
    }

    private static void comment(StringBuilder out, String text) {
        if (!text.isEmpty()) {
            out.append("# ").append(Terminal.escape(text)).append('\n');
        }
    }
}
