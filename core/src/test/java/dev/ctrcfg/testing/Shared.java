// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data that may stand beside the checkout, and this repository's own cases. */
public final class Shared {

    private Shared() {}

    /**
     * {@return a folder of the reference data; the test is skipped, and says why, if it is not there}
     *
     * @param folder the name of the folder
     */
    public static Path require(String folder) {
        Path path = root().resolve(folder);
        assumeTrue(Files.exists(path), () -> "reference data is not there: " + path + " (set -Dctrcfg.shared=DIR)");
        return path;
    }

    private static Path root() {
        String given = System.getProperty("ctrcfg.shared");
        return Path.of(given == null ? "../../shared" : given).normalize();
    }

    /**
     * {@return a place among this repository's own cases}
     *
     * @param name the path below {@code testdata}
     */
    public static Path testdata(String name) {
        String given = System.getProperty("ctrcfg.testdata");
        return Path.of(given == null ? "../testdata" : given).normalize().resolve(name);
    }
}
