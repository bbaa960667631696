// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = VersionProvider.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IOException("version.txt is missing from the program");
            }
            return new String[] {"ctrcfg " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()};
        }
    }
}
