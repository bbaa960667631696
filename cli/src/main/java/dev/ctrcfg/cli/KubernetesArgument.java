// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Converter;

/** Takes a version of Kubernetes, such as {@code 1.34} or {@code v1.34.2}. */
enum KubernetesArgument implements Converter<String> {
    VERSION;

    @Override
    public String convert(String text) {
        int start = text.startsWith("v") ? 1 : 0;
        boolean digits = text.startsWith("1.", start) && text.length() > start + 2;
        for (int i = start + 2; i < text.length() && digits; i++) {
            char c = text.charAt(i);
            boolean dot = c == '.' && i > start + 2 && i + 1 < text.length() && text.charAt(i - 1) != '.';
            digits = c >= '0' && c <= '9' || dot;
        }
        if (!digits) {
            throw new IllegalArgumentException("'" + text + "' is not a version of Kubernetes, such as 1.34");
        }
        return text;
    }
}
