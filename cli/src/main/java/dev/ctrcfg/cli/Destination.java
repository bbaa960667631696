// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.WriteOutcome;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Where the outcome of a command goes. */
sealed interface Destination {

    /** What messages call it. */
    String name();

    /** {@return whether it holds anything else at present} */
    boolean differsFrom(byte[] content) throws IOException;

    /** {@return whether it held anything else before} */
    boolean write(byte[] content) throws IOException;

    /** {@return whether writing puts the document on standard output} */
    boolean isStream();

    /** The file that was read. */
    record InPlace(ConfigFile file) implements Destination {

        @Override
        public String name() {
            return file.path().toString();
        }

        @Override
        public boolean differsFrom(byte[] content) {
            return !Arrays.equals(file.content(), content);
        }

        @Override
        public boolean write(byte[] content) throws IOException {
            return differsFrom(content) && file.replace(content) == WriteOutcome.WRITTEN;
        }

        @Override
        public boolean isStream() {
            return false;
        }
    }

    /** Another file, which need not exist. */
    record OtherFile(Path path) implements Destination {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public boolean differsFrom(byte[] content) throws IOException {
            try {
                return !Arrays.equals(ConfigFile.read(path).content(), content);
            } catch (NoSuchFileException e) {
                return true;
            }
        }

        @Override
        public boolean write(byte[] content) throws IOException {
            return ConfigFile.write(path, content) == WriteOutcome.WRITTEN;
        }

        @Override
        public boolean isStream() {
            return false;
        }
    }

    /** Standard output, which differs if the command's input does. */
    record StandardOutput(PrintWriter out, TomlDocument input) implements Destination {

        @Override
        public String name() {
            return "<stdout>";
        }

        @Override
        public boolean differsFrom(byte[] content) {
            return !Arrays.equals(input.bytes(), content);
        }

        @Override
        public boolean write(byte[] content) {
            out.print(new String(content, StandardCharsets.UTF_8));
            return differsFrom(content);
        }

        @Override
        public boolean isStream() {
            return true;
        }
    }
}
