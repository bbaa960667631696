// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the presets that stand beside the classes of this package. */
final class PresetFiles {

    private PresetFiles() {}

    static String read(String name) {
        try (InputStream in = PresetFiles.class.getResourceAsStream("presets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the preset file " + name + " is missing from the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
