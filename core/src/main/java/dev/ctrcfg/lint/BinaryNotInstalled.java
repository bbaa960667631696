// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.ShimResolution;
import dev.ctrcfg.shim.ShimResolver;
import dev.ctrcfg.toml.Key;

/** A runtime whose {@code BinaryName} is not on the host. */
final class BinaryNotInstalled extends LintRule {

    private static final String OPTION = "BinaryName";

    BinaryNotInstalled() {
        super("binary-not-installed", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        if (subject.options().host().isEmpty()) {
            return;
        }
        ShimResolver files = new ShimResolver(
                ContainerdRelease.newest(), subject.options().host().get());
        for (WrittenRuntime runtime : subject.runtimes()) {
            Key key = runtime.key("options").child(OPTION);
            subject.file()
                    .string(key)
                    .filter(path -> path.startsWith("/") && !(files.resolve(path) instanceof ShimResolution.Found))
                    .ifPresent(path -> findings.add(
                            this,
                            subject.file()
                                    .valueSpot(key)
                                    .problem("the host has no " + path + ", and every pod of the handler \""
                                            + runtime.name() + "\" fails; install it")));
        }
    }
}
