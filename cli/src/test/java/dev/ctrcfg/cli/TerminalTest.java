// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "a\tb\nc \u00e9\u4e2d\ud83d\ude00";

        assertThat(Terminal.escape(text)).isSameAs(text);
    }

    @Test
    void escapesWhatSteersATerminal() {
        assertThat(Terminal.escape("x\u001b[31m\r\u0007\u009b\u202ey\u2066"))
                .isEqualTo("x\\u001b[31m\\u000d\\u0007\\u009b\\u202ey\\u2066");
    }

    @Test
    void keepsLineEnds() {
        assertThat(Terminal.escape("a\r\nb\n\rc\r")).isEqualTo("a\r\nb\n\\u000dc\\u000d");
    }
}
