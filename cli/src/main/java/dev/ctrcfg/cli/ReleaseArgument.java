// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A release of containerd as the command line names it: by its version, or as the one that is installed. */
final class ReleaseArgument {

    /** The word for the installed one. */
    static final String AUTO = "auto";

    private final @Nullable ContainerdRelease release;

    private ReleaseArgument(@Nullable ContainerdRelease release) {
        this.release = release;
    }

    static ReleaseArgument of(ContainerdRelease release) {
        return new ReleaseArgument(release);
    }

    /** {@return the release; for {@code auto} the binary of the host is asked} */
    ContainerdRelease on(Path root) throws CommandFailure {
        return release == null ? InstalledContainerd.release(root) : release;
    }

    private static ReleaseArgument parse(String text) {
        return text.equals(AUTO) ? new ReleaseArgument(null) : of(ContainerdRelease.parse(text));
    }

    private static Completion versions(boolean auto) {
        List<String> words = new ArrayList<>();
        for (ReleaseLine line : ReleaseLine.values()) {
            words.add(line.toString());
        }
        if (auto) {
            words.add(AUTO);
        }
        return Completion.words(words);
    }

    /** Takes a version. */
    enum Version implements Converter<ContainerdRelease> {
        VERSION;

        @Override
        public ContainerdRelease convert(String text) {
            return ContainerdRelease.parse(text);
        }

        @Override
        public Completion completion() {
            return versions(false);
        }
    }

    /** Takes a version or {@code auto}. */
    enum VersionOrAuto implements Converter<ReleaseArgument> {
        VERSION_OR_AUTO;

        @Override
        public ReleaseArgument convert(String text) {
            return parse(text);
        }

        @Override
        public Completion completion() {
            return versions(true);
        }
    }

    /** Takes several of them with commas. */
    enum Versions implements Converter<List<ReleaseArgument>> {
        VERSIONS;

        @Override
        public List<ReleaseArgument> convert(String text) {
            List<ReleaseArgument> releases = new ArrayList<>();
            int from = 0;
            for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
                releases.add(parse(text.substring(from, comma)));
                from = comma + 1;
            }
            releases.add(parse(text.substring(from)));
            return releases;
        }

        @Override
        public Completion completion() {
            return versions(true);
        }
    }
}
