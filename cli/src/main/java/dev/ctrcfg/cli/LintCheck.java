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

/** Looks for the mistakes in a daemon's files that its release says nothing about. */
final class LintCheck {

    /** Rules that judge a configuration as a whole; what an imported file lacks may stand in another one. */
    private static final Set<String> OF_WHOLES = Set.of(
            "base-spec",
            "cri-disabled",
            "cri-not-loaded",
            "daemon-refuses",
            "daemon-warns",
            "default-runtime",
            "import-missing",
            "import-replaces",
            "import-unreadable",
            "import-version",
            "import-without-match",
            "lost-in-migration",
            "mixed-plugin-ids",
            "privileged-host-devices",
            "proxy-plugin",
            "registry-conflict",
            "required-plugin",
            "runc-lost",
            "runtime-type-missing",
            "tls-streaming",
            "two-bin-dirs",
            "unknown-sandboxer",
            "unknown-snapshotter",
            "untrusted-conflict",
            "version-1",
            "version-missing",
            "version-unsupported");

    private final EffectiveConfig config;
    private final ConfigSource source;
    private final Set<String> remarked;
    private final Set<String> seen = new HashSet<>();
    private final List<Diagnosis> found = new ArrayList<>();

    LintCheck(EffectiveConfig config, ConfigSource source) {
        this.config = config;
        this.source = source;
        this.remarked = placesOfRemarks();
    }

    /** {@return errors and warnings in all files, without those at a place of which the release itself speaks} */
    List<Diagnosis> findings() {
        List<SourceFile> files = config.files();
        for (int i = 0; i < files.size(); i++) {
            boolean imported = i > 0;
            LintOptions options = LintOptions.NONE.forReleases(config.release());
            Linter linter = new Linter(imported ? options : options.withImports(source));
            for (Finding finding :
                    linter.lint(files.get(i).path(), files.get(i).bytes()).findings()) {
                if (!imported || !OF_WHOLES.contains(finding.rule())) {
                    add(finding);
                }
            }
        }
        return found;
    }

    private void add(Finding finding) {
        String place = finding.place().file() + ":" + finding.place().start();
        if (finding.severity().isAtLeast(Severity.WARNING)
                && !remarked.contains(place)
                && seen.add(place + " " + finding.rule())) {
            found.add(diagnosis(finding, place));
        }
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
