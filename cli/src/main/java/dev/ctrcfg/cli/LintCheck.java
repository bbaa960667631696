// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.SourceFile;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Fix;
import dev.ctrcfg.lint.LintOptions;
import dev.ctrcfg.lint.Linter;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.model.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for the mistakes in a daemon's own file that its release says nothing about. */
final class LintCheck {

    private final EffectiveConfig config;
    private final ConfigSource source;

    LintCheck(EffectiveConfig config, ConfigSource source) {
        this.config = config;
        this.source = source;
    }

    /** {@return errors and warnings, without those at a place of which the release itself speaks} */
    List<Diagnosis> findings() {
        List<Diagnosis> found = new ArrayList<>();
        if (config.files().isEmpty()) {
            return found;
        }
        SourceFile file = config.files().get(0);
        Linter linter =
                new Linter(LintOptions.NONE.forReleases(config.release()).withImports(source));
        Set<String> said = placesOfRemarks();
        for (Finding finding : linter.lint(file.path(), file.bytes()).findings()) {
            String place = finding.place().file() + ":" + finding.place().start();
            if (finding.severity().isAtLeast(Severity.WARNING) && !said.contains(place)) {
                found.add(diagnosis(finding, place));
            }
        }
        return found;
    }

    private Set<String> placesOfRemarks() {
        Set<String> places = new HashSet<>();
        config.verdict().remarks().forEach(remark -> remark.place().ifPresent(at -> places.add(at.toString())));
        return places;
    }

    private static Diagnosis diagnosis(Finding finding, String place) {
        String message = place + ": " + Secrets.mask(finding.message());
        String advice =
                finding.fix().map(Fix::description).map(what -> what + "; ").orElse("");
        Diagnosis.Severity severity =
                finding.severity() == Severity.ERROR ? Diagnosis.Severity.ERROR : Diagnosis.Severity.WARNING;
        return new Diagnosis(severity, "lint", message, advice + "see: ctrcfg lint --explain " + finding.rule());
    }
}
