// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.shim.AnnotationPatterns;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import java.util.List;
import java.util.Optional;

/** A pattern of annotations that no annotation can match. */
final class AnnotationPattern extends LintRule {

    private static final List<String> SETTINGS = List.of("pod_annotations", "container_annotations");

    AnnotationPattern() {
        super("annotation-pattern", Severity.ERROR, Releases.since(dev.ctrcfg.release.ReleaseLine.V1_3));
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            for (String setting : SETTINGS) {
                if (runtime.value(setting).orElse(null) instanceof TomlArray patterns) {
                    check(subject, runtime.key(setting), patterns, findings);
                }
            }
        }
    }

    private void check(Subject subject, Key key, TomlArray patterns, Findings findings) {
        for (int i = 0; i < patterns.size(); i++) {
            Key item = key.child(i);
            if (patterns.items().get(i) instanceof TomlString pattern) {
                reason(pattern.value())
                        .ifPresent(reason -> findings.add(
                                this,
                                subject.file()
                                        .valueSpot(item)
                                        .problem("\"" + pattern.value() + "\" matches no annotation: " + reason)));
            }
        }
    }

    private static Optional<String> reason(String pattern) {
        if (AnnotationPatterns.isMalformed(pattern)) {
            return Optional.of(
                    "the pattern is malformed; close brackets, and escape with a backslash what is meant literally");
        }
        if (pattern.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (!pattern.strip().equals(pattern)) {
            return Optional.of("it begins or ends with a blank");
        }
        boolean slashes = pattern.indexOf('/') != pattern.lastIndexOf('/') && pattern.indexOf('[') < 0;
        return slashes ? Optional.of("an annotation's key has at most one slash") : Optional.empty();
    }
}
