// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.shim.ShimResolution;
import dev.ctrcfg.shim.ShimResolver;
import dev.ctrcfg.shim.ShimSearch;
import java.util.Optional;

/** A runtime whose shim is not on the host. */
final class ShimNotInstalled extends LintRule {

    ShimNotInstalled() {
        super("shim-not-installed", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        Optional<ShimSearch> host = subject.options().host();
        for (WrittenRuntime runtime : subject.runtimes()) {
            if (host.isPresent()
                    && !runtime.type().value().isEmpty()
                    && !runtime.type().isBuiltInto(subject.release())) {
                check(subject, runtime, host.get(), findings);
            }
        }
    }

    private void check(Subject subject, WrittenRuntime runtime, ShimSearch host, Findings findings) {
        String path = runtime.string("runtime_path");
        ShimResolution found = new ShimResolver(subject.release(), host)
                .resolve(runtime.type(), path.isEmpty() ? Optional.empty() : Optional.of(path));
        if (found instanceof ShimResolution.NotFound) {
            boolean named = runtime.type().binary(subject.release()).isPresent();
            String shim = path.isEmpty() && named
                    ? runtime.type().binary(subject.release()).get().fileName()
                    : path;
            findings.add(
                    this,
                    subject.file()
                            .valueSpot(runtime.key(path.isEmpty() ? "runtime_type" : "runtime_path"))
                            .problem("the host has no " + shim + " where containerd looks for it, and every pod of the"
                                    + " handler \"" + runtime.name() + "\" fails; install it"));
        }
    }
}
