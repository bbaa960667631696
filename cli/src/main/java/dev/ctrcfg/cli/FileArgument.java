// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file named on the command line, or {@code -} for a standard stream.
 *
 * @param path the path as it was given
 * @param isDefault whether it stands for an argument that was not given
 */
record FileArgument(Path path, boolean isDefault) {

    /** The file that containerd reads unless it is told otherwise. */
    static final FileArgument DEFAULT = new FileArgument(Path.of("/etc/containerd/config.toml"), true);

    private static final String STREAM = "-";

    /** {@return the argument, with the file of the host if none was given} */
    FileArgument orBelow(Path root) {
        return isDefault ? new FileArgument(HostRoot.below(root, path), false) : this;
    }

    boolean isStream() {
        return path.toString().equals(STREAM);
    }

    /** What messages call it, as an input. */
    String inputName() {
        return isStream() ? "<stdin>" : path.toString();
    }

    /** Makes arguments from text. */
    enum Names implements Converter<FileArgument> {
        NAMES;

        @Override
        public FileArgument convert(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a file name cannot be empty");
            }
            try {
                return new FileArgument(Path.of(text), false);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("not a file name: " + e.getReason(), e);
            }
        }

        @Override
        public Completion completion() {
            return Completion.FILES;
        }
    }
}
