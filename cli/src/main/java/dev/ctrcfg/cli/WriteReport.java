// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command did to a file, and what came of it.
 *
 * @param file the file
 * @param outcome what became of it
 * @param backup where its old content is kept; empty if it is not
 * @param commands what was run because it changed, in order
 * @param failure what went wrong after it was written; empty if nothing did
 */
record WriteReport(
        Path file, Outcome outcome, Optional<Path> backup, List<CommandRun> commands, Optional<String> failure) {

    /** What became of a file. */
    enum Outcome {
        /** It has new content. */
        CHANGED("changed"),
        /** It was not touched. */
        UNCHANGED("unchanged"),
        /** It had new content for a while, and has its old one again. */
        ROLLED_BACK("rolled back");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A command that was run.
     *
     * @param command the command as it was given
     * @param exitCode its exit code; -1 if it ran out of time or could not be started
     */
    record CommandRun(String command, int exitCode) {}

    WriteReport {
        commands = List.copyOf(commands);
    }

    /** {@return whether the file has other content than before} */
    boolean changed() {
        return outcome == Outcome.CHANGED;
    }

    int exitCode() {
        return failure.isPresent() ? ExitCode.TROUBLE : ExitCode.OK;
    }

    /** Tells people what happened beside the one word on standard output. */
    void explain(Console console) {
        if (backup.isPresent()) {
            console.err().print(Terminal.escape(note(file, backup.get())) + "\n");
        }
        if (failure.isPresent()) {
            console.err().print(Terminal.escape(file + ": error: " + failure.get()) + "\n");
        }
    }

    /** {@return what is said of a backup} */
    static String note(Path file, Path backup) {
        return file + ": note: the old content is kept as " + backup;
    }

    /** Adds what there is to say to a table for programs. */
    void addTo(TomlTable.Builder table) {
        table.put("file", file.toString()).put("changed", changed()).put("outcome", outcome.toString());
        backup.ifPresent(path -> table.put("backup", path.toString()));
        List<TomlValue> runs = new ArrayList<>();
        for (CommandRun run : commands) {
            runs.add(TomlTable.builder()
                    .put("command", run.command())
                    .put("exit", run.exitCode())
                    .build());
        }
        table.put("commands", new TomlArray(runs));
        failure.ifPresent(reason -> table.put("failure", reason));
    }
}
