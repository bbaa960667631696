// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.shim.DecodedOptions;
import dev.ctrcfg.shim.RuntimeOptionsDecoder;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/** An option of a runtime whose value has the wrong type, which containerd finds out when it creates a pod. */
final class OptionType extends LintRule {

    OptionType() {
        super("option-type", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            boolean table = runtime.value("options").orElse(null) instanceof TomlTable;
            if (table && runtime.decoded() instanceof DecodedOptions.Refused) {
                Key key = culprit(new RuntimeOptionsDecoder(subject.release()), runtime);
                findings.add(
                        this,
                        subject.file()
                                .valueSpot(key)
                                .problem("containerd starts, but cannot use this value for the option "
                                        + ((Key.Name) key.last()).text() + ", and every pod of the handler \""
                                        + runtime.name() + "\" fails; give it a value of the right type"));
            }
        }
    }

    /** The first option that is refused by itself. */
    private static Key culprit(RuntimeOptionsDecoder decoder, WrittenRuntime runtime) {
        Key options = runtime.key("options");
        Optional<String> option = decoder.refusedOption(runtime.name(), runtime.table());
        return option.isPresent() ? options.child(option.get()) : options;
    }
}
