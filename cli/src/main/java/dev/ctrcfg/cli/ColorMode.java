// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Completion;
import dev.ctrcfg.cli.command.Converter;
import java.util.List;

/** What {@code --color} asks for. */
enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /** {@return whether to use colours on these streams} */
    boolean isOn(Console console) {
        return this == ALWAYS || (this == AUTO && console.takesColor());
    }

    /** Takes the word of a mode. */
    enum Words implements Converter<ColorMode> {
        WORDS;

        @Override
        public ColorMode convert(String text) {
            return switch (text) {
                case "auto" -> AUTO;
                case "always" -> ALWAYS;
                case "never" -> NEVER;
                default -> throw new IllegalArgumentException("'" + text + "' is not one of auto, always, never");
            };
        }

        @Override
        public Completion completion() {
            return Completion.words(List.of("auto", "always", "never"));
        }
    }
}
