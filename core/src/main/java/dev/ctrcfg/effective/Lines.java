// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.Position;
import java.nio.charset.StandardCharsets;

/** Lines and columns of a text that could not be read as a document. */
final class Lines {

    private Lines() {}

    static Position position(byte[] utf8, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (utf8[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        int column = new String(utf8, start, offset - start, StandardCharsets.UTF_8).length() + 1;
        return new Position(line, column);
    }
}
