// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.release.SchemaSection;
import dev.ctrcfg.shim.OptionsKind;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.toml.Key;
import java.util.Optional;

/** An option of runc for a runtime that is not of runc's type; it travels as a text that few shims read. */
final class ForeignOption extends LintRule {

    ForeignOption() {
        super("foreign-option", Severity.WARNING, Releases.since(ReleaseLine.V1_7));
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            boolean generic = OptionsKind.of(runtime.type(), subject.release()) == OptionsKind.GENERIC;
            boolean typed =
                    !runtime.type().value().isEmpty() && !runtime.type().value().startsWith("/");
            if (generic && typed && !runtime.options().entries().containsKey("ConfigPath")) {
                check(subject, runtime, findings);
            }
        }
    }

    private void check(Subject subject, WrittenRuntime runtime, Findings findings) {
        Key options = runtime.key("options");
        for (String name : runtime.options().entries().keySet()) {
            Optional<String> foreign = named(subject, "options:runc", name).or(() -> legacy(name));
            if (foreign.isPresent()) {
                findings.add(this, subject.file().spot(options.child(name)).problem(problem(foreign.get(), runtime)));
            } else if (isMisspelt(subject, name)) {
                findings.add(
                        this,
                        subject.file()
                                .spot(options.child(name))
                                .problem("options are spelt like ConfigPath and TypeUrl; a shim of the type \""
                                        + runtime.type() + "\" gets \"" + name
                                        + "\" only as a piece of text, which most ignore"));
            }
        }
    }

    /** What becomes of an option; of one for the runtime that containerd 2 does not have any more, what to write. */
    private static String problem(String option, WrittenRuntime runtime) {
        Optional<String> successor = Counterparts.inRunc(option);
        if (runtime.type().equals(RuntimeType.LINUX_V1)) {
            return option + " goes to a runtime that is gone since containerd 2.0; with runtime_type = \""
                    + RuntimeType.RUNC_V2 + "\" write " + successor.orElse(option);
        }
        String owner = successor.isPresent() ? "\"" + RuntimeType.LINUX_V1 + "\"" : "runc";
        return option + " is an option of " + owner + "; a shim of the type \"" + runtime.type()
                + "\" gets it only as a piece of text, which most ignore";
    }

    private static Optional<String> named(Subject subject, String section, String name) {
        for (SchemaKey option :
                subject.schema().section(section).map(SchemaSection::keys).orElse(java.util.List.of())) {
            if (Similar.isSame(option.path(), name)) {
                return Optional.of(option.path());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> legacy(String name) {
        return Counterparts.inRunc(name).map(successor -> name);
    }

    private static boolean isMisspelt(Subject subject, String name) {
        boolean same = Similar.isSame("ConfigPath", name) || Similar.isSame("TypeUrl", name);
        return same
                && !subject.release().keyCase().matches("ConfigPath", name)
                && !subject.release().keyCase().matches("TypeUrl", name);
    }
}
