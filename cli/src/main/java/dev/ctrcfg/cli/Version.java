// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version that the build wrote down, with the revision of the sources if it knew one. */
final class Version {

    private static final String NO_REVISION = " (unknown)";

    private Version() {}

    /** {@return what {@code --version} prints} */
    static String line() {
        return "ctrcfg " + number() + "\n";
    }

    /** {@return the version alone} */
    static String number() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IOException("version.txt is missing from the program");
            }
            String version = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return version.replace(NO_REVISION, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
