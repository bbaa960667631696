// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.Key;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options that more than one command has. */
final class Options {

    /** The file that containerd reads unless it is told otherwise. */
    static final String DEFAULT_FILE = "/etc/containerd/config.toml";

    private Options() {}

    static OptionSpec help() {
        return flag("-h", "--help")
                .usageHelp(true)
                .description("print this text")
                .build();
    }

    static OptionSpec version() {
        return flag("-V", "--version")
                .versionHelp(true)
                .description("print the version")
                .build();
    }

    static OptionSpec.Builder flag(String name, String... more) {
        return OptionSpec.builder(name, more).type(boolean.class);
    }

    /** The release of containerd that the answer is for. */
    static OptionSpec.Builder containerd() {
        return OptionSpec.builder("--containerd")
                .type(ContainerdRelease.class)
                .converters(new ReleaseConverter())
                .paramLabel("VERSION");
    }

    /** The format of the result; the first one is the default. */
    static OptionSpec output(OutputFormat... formats) {
        StringBuilder description = new StringBuilder();
        for (int i = 0; i < formats.length; i++) {
            description.append(i == 0 ? "" : i == formats.length - 1 ? " or " : ", ");
            description.append(formats[i]).append(i == 0 ? " (the default)" : "");
        }
        return OptionSpec.builder("-o", "--output")
                .type(OutputFormat.class)
                .converters(new OutputFormat.Converter(List.of(formats)))
                .defaultValue(formats[0].toString())
                .paramLabel("FORMAT")
                .description(description.toString())
                .build();
    }

    /** The configuration file that a command reads. */
    static PositionalParamSpec.Builder file(String index) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity("0..1")
                .type(FileArgument.class)
                .converters(new FileArgument.Converter())
                .paramLabel("FILE")
                .defaultValue(DEFAULT_FILE);
    }

    /** The key that a command is about. */
    static PositionalParamSpec.Builder key() {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .type(Key.class)
                .converters(new KeyConverter())
                .paramLabel("KEY");
    }
}
