// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import dev.ctrcfg.lint.Severity;
import java.util.List;

/** Takes the word of a severity. */
enum SeverityArgument implements Converter<Severity> {
    WORD;

    @Override
    public Severity convert(String text) {
        for (Severity severity : Severity.values()) {
            if (severity.toString().equals(text)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not one of error, warning, info");
    }

    @Override
    public Completion completion() {
        return Completion.words(List.of("error", "warning", "info"));
    }
}
