// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.util.Locale;

/**
 * The commands, in the order of the help text.
 *
 * <p>Each is made only when it is asked for: the classes of one are not loaded for another.
 */
enum Subcommands {
    PATCH,
    PRESETS,
    REVERT,
    STATUS,
    MIGRATE,
    DIFF,
    HOSTS_TOML,
    LINT,
    GET,
    SHOW,
    EXPLAIN,
    RUNTIMES,
    RUNTIMECLASS,
    SHIM,
    DOCTOR,
    DEFAULT,
    SCHEMA,
    COMPLETION;

    /** {@return a new one of this kind} */
    Subcommand create() {
        return switch (this) {
            case PATCH -> new PatchCommand();
            case PRESETS -> new PresetsCommand();
            case REVERT -> new RevertCommand();
            case STATUS -> new StatusCommand();
            case MIGRATE -> new MigrateCommand();
            case DIFF -> new DiffCommand();
            case HOSTS_TOML -> new HostsTomlCommand();
            case LINT -> new LintCommand();
            case GET -> new GetCommand();
            case SHOW -> new ShowCommand();
            case EXPLAIN -> new ExplainCommand();
            case RUNTIMES -> new RuntimesCommand();
            case RUNTIMECLASS -> new RuntimeClassCommand();
            case SHIM -> new ShimCommand();
            case DOCTOR -> new DoctorCommand();
            case DEFAULT -> new DefaultCommand();
            case SCHEMA -> new SchemaCommand();
            case COMPLETION -> new CompletionCommand();
        };
    }

    /** {@return the word on the command line} */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
