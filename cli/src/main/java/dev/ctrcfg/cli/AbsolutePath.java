// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;

/** Takes a path that starts at the root of the host. */
enum AbsolutePath implements Converter<String> {
    ON_HOST;

    @Override
    public String convert(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("'" + text + "' is not an absolute path");
        }
        return text;
    }

    @Override
    public Completion completion() {
        return Completion.DIRECTORIES;
    }
}
