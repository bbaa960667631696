// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.daemon.RunningDaemon;
import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.io.HostFiles;
import dev.ctrcfg.model.Secrets;
import dev.ctrcfg.release.ContainerdRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a daemon: its files, what its release makes of them, and what they name on the host. */
final class Examination {

    private static final String RESTART = "restart containerd, for example with: systemctl restart containerd";

    /** The clock of processes and that of files need not agree to the last moment. */
    private static final Duration TOLERANCE = Duration.ofMillis(200);

    private final RunningDaemon daemon;
    private final ContainerdRelease release;
    private final HostFiles host;
    private final List<Diagnosis> found = new ArrayList<>();

    private Examination(RunningDaemon daemon, ContainerdRelease release) {
        this.daemon = daemon;
        this.release = release;
        this.host = daemon.files();
    }

    /** {@return what is wrong with a daemon of some release} */
    static List<Diagnosis> of(RunningDaemon daemon, ContainerdRelease release) {
        Examination examination = new Examination(daemon, release);
        examination.examine();
        return examination.found;
    }

    private void examine() {
        if (daemon.pid().isEmpty()) {
            found.add(Diagnosis.error("running", daemon.name() + " does not run", "systemctl start " + daemon.name()));
        }
        if (!host.exists(daemon.config())) {
            found.add(Diagnosis.warning(
                    "file",
                    daemon.config() + " does not exist, so that the daemon has its defaults or does not start",
                    "ctrcfg default --containerd " + release + " > " + daemon.config()));
            return;
        }
        ConfigSource source = FileConfigSource.below(daemon.filesRoot());
        EffectiveConfig config = EffectiveConfig.load(release, source, daemon.config());
        askForRestart(config);
        askRelease(config);
        found.addAll(new LintCheck(config, source).findings());
        if (!config.root().isEmpty()) {
            askRuntimes(config);
            found.addAll(new HostCheck(config, host).findings());
        }
    }

    /** What the daemon runs with is what the files held when it was started. */
    private void askForRestart(EffectiveConfig config) {
        Optional<Instant> started = daemon.started();
        if (started.isEmpty()) {
            return;
        }
        for (SourceFile file : config.files()) {
            Optional<String> change = change(file.path(), started.get().plus(TOLERANCE));
            if (change.isPresent()) {
                found.add(Diagnosis.warning(
                        "restart", file.path() + change.get() + " since the daemon was started", RESTART));
            }
        }
    }

    /** An older file that was moved into place keeps the time of its content, but not that of its last change. */
    private Optional<String> change(String path, Instant since) {
        try {
            Path file = host.find(path);
            if (isAfter(Files.getLastModifiedTime(file), since)) {
                return Optional.of(" has changed");
            }
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            return unix && isAfter(Files.getAttribute(file, "unix:ctime"), since)
                    ? Optional.of(" was replaced by an older one, or got other attributes,")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isAfter(Object time, Instant since) {
        return time instanceof FileTime moment && moment.toInstant().isAfter(since);
    }

    private void askRelease(EffectiveConfig config) {
        for (Remark remark : config.verdict().remarks()) {
            String place = remark.place().map(at -> at + ": ").orElse("");
            String message = place + Secrets.mask(remark.text());
            found.add(new Diagnosis(severity(remark.effect()), "configuration", message, advice(remark.effect())));
        }
    }

    private static Diagnosis.Severity severity(Effect effect) {
        return switch (effect) {
            case EXIT, PANIC, CRI_NOT_LOADED -> Diagnosis.Severity.ERROR;
            case WARNING, DEPRECATION, UNKNOWN_KEY, IGNORED -> Diagnosis.Severity.WARNING;
        };
    }

    private String advice(Effect effect) {
        return switch (effect) {
            case EXIT, PANIC -> "mend it before the next restart, which the daemon would not survive";
            case CRI_NOT_LOADED -> "mend it and restart containerd; until then no pod starts";
            case DEPRECATION -> "replace it before an upgrade takes it away";
            case UNKNOWN_KEY, IGNORED -> "remove it, or move it to where containerd " + release + " looks for it";
            case WARNING -> "see what the message says";
        };
    }

    private void askRuntimes(EffectiveConfig config) {
        for (RuntimeEntry runtime :
                RuntimeReport.of(config, HostSearch.of(daemon)).runtimes()) {
            if (!runtime.shim().isFound()) {
                found.add(Diagnosis.error(
                        "shim",
                        "runtime " + runtime.handler() + ": " + runtime.shim().detail(),
                        shimAdvice(runtime)));
            }
            if (!runtime.dropped().isEmpty()) {
                found.add(Diagnosis.warning(
                        "options",
                        "runtime " + runtime.handler() + ": options that do not reach the shim: "
                                + String.join(", ", runtime.dropped()),
                        "ctrcfg explain runtimes." + runtime.handler() + ".options"));
            }
        }
    }

    private static String shimAdvice(RuntimeEntry runtime) {
        if (runtime.shim().tried().isEmpty()) {
            return "mend its runtime_type";
        }
        String install = "install it; every place where it may be is named by: ctrcfg shim "
                + runtime.type().value();
        return runtime.isDefault()
                ? install
                : install + "; or else: ctrcfg patch --remove-runtime " + runtime.handler();
    }
}
