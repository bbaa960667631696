// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.shim.DecodedOptions;
import dev.ctrcfg.shim.OptionsKind;
import dev.ctrcfg.toml.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An option that does not reach the shim; {@code systemd_cgroup} for {@code SystemdCgroup} above all. */
final class UnknownOption extends LintRule {

    UnknownOption() {
        super("unknown-option", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            if (runtime.decoded() instanceof DecodedOptions.Message message) {
                for (String name : message.dropped()) {
                    boolean empty = Known.isZero(runtime.options().get(name).orElseThrow());
                    Problem problem = problem(subject, runtime, message, name);
                    findings.add(this, empty ? problem.as(Severity.INFO) : problem);
                }
            }
        }
    }

    private Problem problem(Subject subject, WrittenRuntime runtime, DecodedOptions.Message message, String name) {
        Key key = runtime.key("options").child(name);
        Spot spot = subject.file().spot(key);
        Optional<String> counterpart = Counterparts.in(message.kind(), name);
        if (counterpart.isPresent()) {
            return spot.problem("runtimes of the type \"" + runtime.type() + "\" have no option \"" + name
                            + "\", and the shim does not get to see it; they call it " + counterpart.get())
                    .fixedBy(renaming(subject, key, counterpart.get()));
        }
        Set<String> known = names(subject, message.kind());
        Optional<String> meant = Similar.nearest(name, known);
        if (meant.isPresent()) {
            String right = meant.get();
            return spot.problem(
                            "no option is called \"" + name + "\", and the shim does not get to see it; write " + right)
                    .fixedBy(renaming(subject, key, right));
        }
        return spot.problem("runtimes of the type \"" + runtime.type() + "\" have no option \"" + name
                + "\", and the shim does not get to see it; they have " + String.join(", ", known));
    }

    private static Optional<Fix> renaming(Subject subject, Key key, String right) {
        return Fixes.edit(subject.file(), "write " + right, editor -> editor.rename(key, right));
    }

    private static Set<String> names(Subject subject, OptionsKind kind) {
        Set<String> names = new TreeSet<>();
        for (SchemaKey option : subject.schema()
                .section(kind.sectionId())
                .map(s -> List.copyOf(s.keys()))
                .orElse(List.of())) {
            names.add(option.path());
        }
        names.remove("ConfigBody");
        return names;
    }
}
