// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import java.util.Map;
import java.util.Optional;

/** A runtime by a shim that containerd 2 does not have any more. */
final class DeprecatedShim extends LintRule {

    /** Shims of the second protocol, by a part of the name of the runtime that the first protocol started. */
    private static final Map<String, String> SUCCESSORS =
            Map.of("kata", "io.containerd.kata.v2", "runsc", "io.containerd.runsc.v1");

    DeprecatedShim() {
        super("deprecated-shim", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (Entry entry : subject.file().entriesNamed("runtime_type")) {
            boolean runtime = entry.key().size() > 3 && CriSettings.isTable(plugin(entry.key()));
            if (runtime && entry.value() instanceof TomlString text) {
                type(subject, entry, text.value()).ifPresent(problem -> findings.add(this, problem));
            }
        }
        for (Entry entry : subject.file().entriesNamed("shim")) {
            if (isShimOfGvisor(entry)) {
                findings.add(
                        this,
                        subject.file()
                                .valueSpot(entry.key())
                                .problem("gvisor-containerd-shim is gone; write runtime_type ="
                                        + " \"io.containerd.runsc.v1\" for the runtime instead")
                                .as(Severity.WARNING));
            }
        }
    }

    private static String plugin(Key key) {
        return key.part(1) instanceof Key.Name name ? name.text() : "";
    }

    private Optional<Problem> type(Subject subject, Entry entry, String text) {
        RuntimeType type = new RuntimeType(text);
        boolean linux = type.equals(RuntimeType.LINUX_V1);
        if (!linux && !type.equals(RuntimeType.RUNC_V1)) {
            return Optional.empty();
        }
        boolean gone = subject.since(ReleaseLine.V2_0);
        if (!gone && !linux && !subject.since(ReleaseLine.V1_4)) {
            return Optional.empty();
        }
        String successor = linux ? successor(subject, entry.key()) : RuntimeType.RUNC_V2.value();
        Problem problem = subject.file()
                .valueSpot(entry.key())
                .problem("\"" + text + "\" "
                        + (gone ? "is gone since containerd 2.0" : "is deprecated since containerd 1.4") + "; write \""
                        + successor + "\"");
        boolean certain = !linux;
        return Optional.of(problem.as(gone ? Severity.ERROR : Severity.WARNING)
                .fixedBy(certain ? fix(subject, entry.key(), successor) : Optional.empty()));
    }

    private static Optional<Fix> fix(Subject subject, Key key, String successor) {
        return Fixes.edit(
                subject.file(),
                "write runtime_type = \"" + successor + "\"",
                editor -> editor.set(key, dev.ctrcfg.toml.TomlValue.of(successor)));
    }

    private static String successor(Subject subject, Key type) {
        Key runtime = type.parent();
        String engine = subject.file().string(runtime.child("runtime_engine")).orElse("")
                + subject.file()
                        .string(runtime.child("options").child("Runtime"))
                        .orElse("");
        for (Map.Entry<String, String> successor : SUCCESSORS.entrySet()) {
            if (engine.contains(successor.getKey())) {
                return successor.getValue();
            }
        }
        return RuntimeType.RUNC_V2.value();
    }

    private static boolean isShimOfGvisor(Entry entry) {
        return entry.value() instanceof TomlString shim && shim.value().endsWith("gvisor-containerd-shim");
    }
}
