// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Converter;
import java.time.Duration;

/** Takes a number of seconds. */
enum Seconds implements Converter<Duration> {
    SECONDS;

    private static final int MAX = 86400;

    @Override
    public Duration convert(String text) {
        return Duration.ofSeconds(Numbers.parse(text, 1, MAX));
    }

    /** Takes a whole number. */
    enum Numbers implements Converter<Integer> {
        UP_TO_99;

        @Override
        public Integer convert(String text) {
            return parse(text, 0, 99);
        }

        static int parse(String text, int min, int max) {
            try {
                int number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // The message below fits this as well.
            }
            throw new IllegalArgumentException("'" + text + "' is not a number from " + min + " to " + max);
        }
    }
}
