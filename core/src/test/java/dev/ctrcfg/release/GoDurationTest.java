// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0s, 0",
        "+0, 0",
        "5s, 5000000000",
        "4h0m0s, 14400000000000",
        "1m30s, 90000000000",
        "1.5h, 5400000000000",
        ".5s, 500000000",
        "1.s, 1000000000",
        "-2ms, -2000000",
        "3us, 3000",
        "7ns, 7",
        "0.000000001s, 1",
        "9223372036854775807ns, 9223372036854775807"
    })
    void readsWhatGoReads(String text, long nanoseconds) {
        assertThat(GoDuration.parse(text)).isEqualTo(nanoseconds);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'time: invalid duration \"\"'",
        "abc, 'time: invalid duration \"abc\"'",
        "10, 'time: missing unit in duration \"10\"'",
        "1d, 'time: unknown unit \"d\" in duration \"1d\"'",
        "-, 'time: invalid duration \"-\"'",
        ".s, 'time: invalid duration \".s\"'",
        "'5 s', 'time: unknown unit \" s\" in duration \"5 s\"'",
        "9223372036854775808ns, 'time: invalid duration \"9223372036854775808ns\"'",
        "3000000h, 'time: invalid duration \"3000000h\"'",
        "1\u00e9, 'time: unknown unit \"\\xc3\\xa9\" in duration \"1\\xc3\\xa9\"'"
    })
    void refusesInTheWordsOfGo(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse(text))
                .withMessage(message);
        assertThat(GoDuration.isValid(text)).isFalse();
    }

    @Test
    void tellsWhetherATextIsOne() {
        assertThat(GoDuration.isValid("10s")).isTrue();
    }
}
