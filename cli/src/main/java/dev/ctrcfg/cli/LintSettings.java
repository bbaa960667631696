// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.lint.KubeletConfig;
import dev.ctrcfg.lint.LintOptions;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.shim.ShimSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what a linter knows of what the command line says. */
final class LintSettings {

    private LintSettings() {}

    static LintOptions of(Arguments arguments) throws CommandFailure {
        Optional<ContainerdRelease> next = arguments.find(LintCommand.UPGRADE_TO);
        List<ContainerdRelease> named = releases(arguments);
        LintOptions options = new LintOptions(
                next.isPresent() ? List.of(next.get()) : named,
                Optional.of(FileConfigSource.ofThisMachine()),
                Optional.empty(),
                arguments.find(LintCommand.KUBERNETES),
                kubelet(arguments),
                next.isEmpty() ? List.of() : named.isEmpty() ? olderThan(next.get()) : named);
        return arguments.has(LintCommand.ROOT) ? onHost(options, arguments.get(LintCommand.ROOT)) : options;
    }

    private static LintOptions onHost(LintOptions options, Path root) {
        return options.withHost(ShimSearch.of(root)).withImports(FileConfigSource.below(root));
    }

    /** The newest releases of the lines before that of a release, but for the oldest ones. */
    private static List<ContainerdRelease> olderThan(ContainerdRelease next) {
        List<ContainerdRelease> older = new ArrayList<>();
        for (ReleaseLine line : ReleaseLine.values()) {
            if (line.isAtLeast(ReleaseLine.V1_4) && !line.isAtLeast(next.line())) {
                older.add(line.newest());
            }
        }
        return older;
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
