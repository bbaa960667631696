// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Converter;

/** Takes any text as it is. */
enum Text implements Converter<String> {
    ANY;

    @Override
    public String convert(String text) {
        return text;
    }
}
