// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.daemon.RunningDaemon;
import dev.ctrcfg.cli.report.JsonReport;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ctrcfg doctor}: examines the containerd that runs. */
final class DoctorCommand implements Subcommand {

    private static final Option<ContainerdRelease> RELEASE =
            Options.release().description("the release of the daemons; without this option they are asked for it");
    private static final Option<Path> ROOT = Options.root();
    private static final Option<Severity> FAIL_ON = Option.value("--fail-on", "SEVERITY", SeverityArgument.WORD)
            .description(
                    "error or warning (the default): exit with 1 for what is at least as bad; a restart that is due"
                            + " is a warning")
            .orElse(Severity.WARNING);
    private static final Option<OutputFormat> OUTPUT = Options.output(OutputFormat.TEXT, OutputFormat.JSON);

    @Override
    public CommandTable table() {
        return CommandTable.of("ctrcfg doctor", "Examines the containerd that runs, and says what to do.")
                .description(
                        "Finds the daemons by their processes, rootless ones too, or else by the systemd unit. Reads"
                                + " the file of each as its own release does, with all imports: whether the daemon"
                                + " would start with it, load its CRI plugin and use every setting, and what"
                                + " ctrcfg lint finds in it for that release; whether it runs"
                                + " with what the file says, or needs a restart; whether shims, network plugins,"
                                + " snapshotters and proxies are there.",
                        "Nothing is changed. A daemon is asked for its version by running its program.")
                .options(RELEASE, ROOT, FAIL_ON, OUTPUT)
                .exit(ExitCode.OK, "nothing to do")
                .exit(ExitCode.FOUND, "something to do: there are errors or warnings, see --fail-on")
                .exit(ExitCode.TROUBLE, "trouble, or no containerd was found")
                .examples("ctrcfg doctor", "ctrcfg doctor --fail-on error", "ctrcfg doctor --root /host -o json")
                .build();
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandFailure {
        Path root = arguments.get(ROOT);
        List<RunningDaemon> daemons = daemons(root);
        List<Patient> patients = new ArrayList<>();
        boolean fails = false;
        for (RunningDaemon daemon : daemons) {
            Optional<ContainerdRelease> given = arguments.find(RELEASE);
            ContainerdRelease release = given.isPresent() ? given.get() : InstalledContainerd.release(daemon, root);
            Patient patient = new Patient(daemon, release, Examination.of(daemon, release));
            fails |= patient.isAsBad(arguments.get(FAIL_ON));
            patients.add(patient);
        }
        boolean json = arguments.get(OUTPUT) == OutputFormat.JSON;
        console.out().print(json ? JsonReport.of(table(patients)) : Terminal.escape(text(patients)));
        return fails ? ExitCode.FOUND : ExitCode.OK;
    }

    private static List<RunningDaemon> daemons(Path root) throws CommandFailure {
        try {
            List<RunningDaemon> daemons = RunningDaemon.find(root);
            if (daemons.isEmpty()) {
                throw CommandFailure.of(root + ": error: no containerd runs there, and no systemd unit starts one");
            }
            return daemons;
        } catch (IOException e) {
            throw CommandFailure.of(root.toString(), e);
        }
    }

    /** A daemon and what is wrong with it. */
    private record Patient(RunningDaemon daemon, ContainerdRelease release, List<Diagnosis> diagnoses) {

        boolean isAsBad(Severity threshold) {
            for (Diagnosis diagnosis : diagnoses) {
                if (diagnosis.severity() == Diagnosis.Severity.ERROR || threshold != Severity.ERROR) {
                    return true;
                }
            }
            return false;
        }

        void appendTo(StringBuilder out) {
            out.append(daemon.name()).append(": ").append(daemon.binary());
            out.append(", containerd ")
                    .append(release)
                    .append(", ")
                    .append(daemon.config())
                    .append('\n');
            for (Diagnosis diagnosis : diagnoses) {
                diagnosis.appendTo(out);
            }
            if (diagnoses.isEmpty()) {
                out.append("  all is well\n");
            }
        }

        TomlTable table() {
            List<TomlValue> tables = new ArrayList<>();
            for (Diagnosis diagnosis : diagnoses) {
                tables.add(diagnosis.table());
            }
            TomlTable.Builder table = TomlTable.builder().put("name", daemon.name());
            daemon.pid().ifPresent(pid -> table.put("pid", pid));
            table.put("binary", daemon.binary())
                    .put("containerd", release.toString())
                    .put("config", daemon.config());
            return table.put("diagnoses", new TomlArray(tables)).build();
        }
    }

    private static String text(List<Patient> patients) {
        StringBuilder out = new StringBuilder();
        for (Patient patient : patients) {
            patient.appendTo(out);
        }
        return out.toString();
    }

    private static TomlTable table(List<Patient> patients) {
        List<TomlValue> tables = new ArrayList<>();
        for (Patient patient : patients) {
            tables.add(patient.table());
        }
        return TomlTable.builder().put("daemons", new TomlArray(tables)).build();
    }
}
