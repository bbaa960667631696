// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Effect;
import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/** Puts some kinds of remarks of the verdict into words that help. */
abstract class RemarkRule extends LintRule {

    private final List<String> kinds;

    RemarkRule(String id, Severity severity, List<String> kinds) {
        super(id, severity, Releases.ALL);
        this.kinds = List.copyOf(kinds);
    }

    /** The ids of the remarks. */
    final List<String> kinds() {
        return kinds;
    }

    /** What to say about a remark; empty to leave it to another rule. */
    abstract Optional<String> message(Subject subject, Remark remark);

    /** What mends it. */
    Optional<Fix> fix(Subject subject, Remark remark) {
        return Optional.empty();
    }

    /** How bad it is. */
    Severity severity(Subject subject, Remark remark) {
        boolean said = remark.effect() == Effect.WARNING || remark.effect() == Effect.DEPRECATION;
        return said && severity() == Severity.ERROR ? Severity.WARNING : severity();
    }

    @Override
    final void check(Subject subject, Findings findings) {
        for (String kind : kinds) {
            for (Remark remark : subject.remarks(kind)) {
                message(subject, remark)
                        .ifPresent(message -> findings.add(
                                this,
                                place(subject, remark)
                                        .problem(message)
                                        .as(severity(subject, remark))
                                        .fixedBy(fix(subject, remark))));
            }
        }
    }

    /** Where it stands. */
    Spot place(Subject subject, Remark remark) {
        return subject.spot(remark);
    }

    /** What comes of it, as the end of a sentence. */
    static String effect(Remark remark) {
        return switch (remark.effect()) {
            case EXIT -> "containerd does not start";
            case PANIC -> "containerd crashes when it starts";
            case CRI_NOT_LOADED -> "the CRI plugin does not load";
            case IGNORED, UNKNOWN_KEY -> "containerd ignores it";
            case WARNING, DEPRECATION -> "containerd warns of it";
        };
    }

    /** The last name of the key that a remark is about, or a word for it. */
    static String name(Remark remark) {
        Optional<Key> key = remark.key().filter(some -> !some.isRoot());
        return key.isPresent() && key.get().last() instanceof Key.Name name ? name.text() : "this";
    }

    static Optional<TomlValue> value(Subject subject, Remark remark) {
        return remark.key().flatMap(subject.file()::value);
    }

    static String text(Subject subject, Remark remark) {
        return value(subject, remark)
                .map(value -> value instanceof TomlString string ? string.value() : value.toToml())
                .orElse("");
    }
}
