// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Converter;
import java.util.List;

/**
 * The folders in which a program is looked for.
 *
 * @param folders the folders, in order
 */
record SearchPath(List<String> folders) {

    /** Takes folders with colons between them. */
    enum Folders implements Converter<SearchPath> {
        FOLDERS;

        @Override
        public SearchPath convert(String text) {
            return new SearchPath(text.isEmpty() ? List.of() : List.of(text.split(":", -1)));
        }
    }
}
