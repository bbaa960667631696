// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/** A template of K3s or RKE2 that replaces the whole configuration. */
final class TemplateWithoutBase extends FileRule {

    TemplateWithoutBase() {
        super("template-without-base", Severity.WARNING, Releases.ALL);
    }

    @Override
    void check(LintedFile file, Findings findings) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        if (name.equals("config.toml.tmpl") || name.equals("config-v3.toml.tmpl")) {
            findings.add(
                    this,
                    file.top()
                            .problem("K3s and RKE2 replace their whole configuration by this template; write"
                                    + " {{ template \"base\" . }} on top to add to it"));
        }
    }
}
