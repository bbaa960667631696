// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import picocli.CommandLine.Model.OptionSpec;

/** The options that more than one command has. */
final class Options {

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
}
