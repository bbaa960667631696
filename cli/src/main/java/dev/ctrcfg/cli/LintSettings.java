// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.lint.KubeletConfig;
import dev.ctrcfg.lint.LintOptions;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.shim.ShimSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what a linter knows of what the command line says. */
final class LintSettings {

    private LintSettings() {}

    static LintOptions of(Arguments arguments) throws CommandFailure {
        List<ContainerdRelease> targets = new ArrayList<>();
        arguments.find(LintCommand.UPGRADE_TO).ifPresent(targets::add);
        if (targets.isEmpty()) {
            targets.addAll(releases(arguments));
        }
        LintOptions options = new LintOptions(
                targets,
                Optional.of(FileConfigSource.ofThisMachine()),
                Optional.empty(),
                arguments.find(LintCommand.KUBERNETES),
                kubelet(arguments));
        return arguments.has(LintCommand.ROOT)
                ? options.withHost(ShimSearch.of(arguments.get(LintCommand.ROOT)))
                : options;
    }

    /** The releases that are named, in order. */
    static List<ContainerdRelease> releases(Arguments arguments) throws CommandFailure {
        List<ContainerdRelease> releases = new ArrayList<>();
        for (List<ReleaseArgument> list : arguments.all(LintCommand.RELEASES)) {
            for (ReleaseArgument release : list) {
                releases.add(release.on(arguments.get(LintCommand.ROOT)));
            }
        }
        return releases;
    }

    private static Optional<KubeletConfig> kubelet(Arguments arguments) throws CommandFailure {
        Optional<FileArgument> file = arguments.find(LintCommand.KUBELET);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] content = ConfigFile.read(file.get().path()).content();
            return Optional.of(KubeletConfig.parse(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw CommandFailure.of(file.get().inputName(), e);
        }
    }
}
