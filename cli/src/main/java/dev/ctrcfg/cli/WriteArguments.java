// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.UsageException;
import dev.ctrcfg.io.WriteOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The options of every command that writes a file of containerd: how it is written, and what comes afterwards. */
final class WriteArguments {

    private static final Option<Integer> BACKUP = Option.value("--backup", "N", Seconds.Numbers.UP_TO_99)
            .optionalValue("3")
            .description("keep N former versions of the file, 3 by default, as FILE.bak.1 (the newest) and so on");
    private static final Option<FileArgument> BACKUP_DIR = Option.value("--backup-dir", "DIR", Names.DIRECTORY)
            .description("keep them in this directory instead of beside the file");
    private static final Option<Boolean> IN_PLACE = Option.flag("--in-place")
            .description("write into a file that cannot be replaced because it is mounted by itself; keeps a backup");
    private static final Option<String> VERIFY = Option.value("--verify", "CONTAINERD", Names.PROGRAM)
            .optionalValue("")
            .description("have a second TOML reader read the new text before it counts, and with CONTAINERD also the"
                    + " config dump of that program");
    private static final Option<String> ON_CHANGE = Option.value("--on-change", "COMMAND", Text.ANY)
            .description("run this with sh if the file changed, such as 'systemctl restart containerd'");
    private static final Option<Boolean> ROLLBACK =
            Option.flag("--rollback").description("if that fails, put the old file back and run it again");
    private static final Option<String> WAIT_CRI = Option.value("--wait-cri", "SOCKET", Names.SOCKET)
            .description("if the file changed, wait until the CRI plugin answers (asks ctr or crictl), else put the old"
                    + " file back");
    private static final Option<Duration> TIMEOUT = Option.value("--timeout", "SECONDS", Seconds.SECONDS)
            .description("how long to wait for the CRI plugin, and for another run at the same file; 60 by default")
            .orElse(Duration.ofMinutes(1));

    private final Arguments arguments;

    private WriteArguments(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * {@return the options, for a group in the table of a command}
     *
     * @param first the one to begin with
     */
    static Option<?>[] options(Option<?> first) {
        return new Option<?>[] {first, BACKUP, BACKUP_DIR, IN_PLACE, VERIFY, ON_CHANGE, ROLLBACK, WAIT_CRI, TIMEOUT};
    }

    static WriteArguments of(Arguments arguments) throws UsageException {
        WriteArguments writing = new WriteArguments(arguments);
        if (arguments.has(ROLLBACK) && !writing.hasAftermath()) {
            throw new UsageException("--rollback needs --on-change or --wait-cri");
        }
        if (arguments.has(BACKUP_DIR) && !arguments.has(BACKUP) && !arguments.has(IN_PLACE)) {
            throw new UsageException("--backup-dir needs --backup or --in-place");
        }
        return writing;
    }

    /** Whether the command line says anything about writing. */
    boolean isAnyGiven() {
        for (Option<?> option : options(BACKUP)) {
            if (arguments.has(option)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything happens after the file was written. */
    boolean hasAftermath() {
        return arguments.has(ON_CHANGE) || arguments.has(WAIT_CRI);
    }

    WriteOptions writeOptions() {
        WriteOptions options = WriteOptions.DEFAULT
                .withBackups(arguments.find(BACKUP).orElse(0))
                .withPatience(timeout());
        Optional<FileArgument> directory = arguments.find(BACKUP_DIR);
        if (directory.isPresent()) {
            options = options.withBackupsIn(directory.get().path());
        }
        return arguments.has(IN_PLACE) ? options.with(WriteOptions.Method.IN_PLACE_IF_MOUNTED) : options;
    }

    boolean verifies() {
        return arguments.has(VERIFY);
    }

    /** {@return the containerd that shall read the new text; empty if none shall} */
    Optional<String> verifier() {
        Optional<String> program = arguments.find(VERIFY);
        return program.isPresent() && program.get().isEmpty() ? Optional.empty() : program;
    }

    Optional<String> onChange() {
        return arguments.find(ON_CHANGE);
    }

    boolean rollsBack() {
        return arguments.has(ROLLBACK);
    }

    Optional<String> criSocket() {
        return arguments.find(WAIT_CRI);
    }

    Duration timeout() {
        return arguments.get(TIMEOUT);
    }

    /** Takes the names of files. */
    private enum Names implements Converter<String> {
        PROGRAM,
        SOCKET;

        /** Takes a directory. */
        static final Converter<FileArgument> DIRECTORY = FileArgument.Names.NAMES;

        @Override
        public String convert(String text) {
            if (this == SOCKET && Path.of(text).toString().isEmpty()) {
                throw new IllegalArgumentException("a file name cannot be empty");
            }
            return text;
        }

        @Override
        public Completion completion() {
            return Completion.FILES;
        }
    }
}
