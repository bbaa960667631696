// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.report;

import dev.ctrcfg.lint.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Gives findings names that stay the same when lines above them come and go. */
final class Fingerprints {

    private final Map<String, Integer> seen = new HashMap<>();

    /** The name of the next finding; equal ones get different names by their order. */
    String next(Finding finding) {
        String what = String.join(
                "\n",
                finding.rule(),
                finding.place().file(),
                finding.key().map(Object::toString).orElse(""),
                finding.place().sourceLine().strip());
        int count = seen.merge(what, 1, Integer::sum);
        return hash(what + "\n" + count);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
