// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationPatternsTest {

    private static boolean pass(String annotation, String... patterns) {
        return new AnnotationPatterns(List.of(patterns)).pass(annotation);
    }

    @ParameterizedTest
    @CsvSource({
        "io.katacontainers.*, io.katacontainers.config.x, true",
        "io.katacontainers.*, io.katacontainers, false",
        "io.katacontainers.*, io.katacontainers.a/b, false",
        "io.katacontainers.*/*, io.katacontainers.a/b, true",
        "*, a/b, false",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbYbZ, false",
        "a*/c, ab/c, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "[a-c]x, bx, true",
        "[^a-c]x, bx, false",
        "[^a-c]x, /x, true",
        "[!a]x, bx, false",
        "[!a]x, '!x', true",
        "\\*, *, true",
        "\\*, a, false",
        "[\\]]x, ]x, true",
        "[a\\-z]x, -x, true",
        "ab, abc, false",
        "*a, aba, true"
    })
    void matchWholeKeys(String pattern, String annotation, boolean passes) {
        assertThat(pass(annotation, pattern)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[a", "[]a]", "[a-]", "[-a]", "a\\", "[a\\", "*[", "[^]"})
    void matchNothingIfMalformed(String pattern) {
        assertThat(AnnotationPatterns.isMalformed(pattern)).isTrue();
        assertThat(pass("a", pattern)).isFalse();
        assertThat(pass("[", pattern)).isFalse();
    }

    @Test
    void matchTheEmptyKeyToo() {
        assertThat(pass("", "")).isTrue();
        assertThat(pass("", "*")).isTrue();
        assertThat(pass("", "?")).isFalse();
        assertThat(pass("")).isFalse();
    }

    @Test
    void agreeWithContainerd() {
        JsonNode data = SharedData.json(SharedData.path("containerd", "annotations-passthrough.json"));
        for (JsonNode vector : data.path("cases")) {
            List<String> patterns = new ArrayList<>();
            vector.path("patterns").forEach(pattern -> patterns.add(pattern.asText()));
            AnnotationPatterns tested = new AnnotationPatterns(patterns);
            List<String> passed = new ArrayList<>();
            data.path("annotations").fieldNames().forEachRemaining(key -> {
                if (tested.pass(key)) {
                    passed.add(key);
                }
            });
            List<String> expected = new ArrayList<>();
            vector.path("passed_keys").forEach(key -> expected.add(key.asText()));
            assertThat(passed).as(patterns.toString()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
