// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.release.SchemaKey;
import java.util.List;
import java.util.Optional;

/** A value of another type than the setting has. */
final class WrongType extends RemarkRule {

    WrongType() {
        super("wrong-type", Severity.ERROR, List.of("wrong-type", "not-a-table", "not-a-string"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        if (remark.effect() == dev.ctrcfg.effective.Effect.WARNING) {
            return Optional.of(name(remark) + " has a value of the wrong type, and containerd ignores it");
        }
        if (remark.text().contains("invalid duration")) {
            return Optional.of(
                    "with no duration for " + name(remark) + ", " + effect(remark) + "; write one such as \"1m30s\"");
        }
        String type = value(subject, remark)
                .map(value -> "a value of type " + value.type())
                .orElse("this value");
        return Optional.of("with " + type + " for " + name(remark) + ", " + effect(remark) + expected(subject, remark));
    }

    private static String expected(Subject subject, Remark remark) {
        Optional<SchemaKey> setting =
                remark.key().flatMap(key -> subject.schema().find(subject.version(), key));
        return setting.map(known -> "; write one of type " + known.type()).orElse("");
    }
}
