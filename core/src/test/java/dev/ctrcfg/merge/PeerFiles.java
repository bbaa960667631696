// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ctrcfg.effective.ConfigSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a case where the case has them.
 *
 * @param texts what the files hold, by their absolute paths
 */
record PeerFiles(Map<String, String> texts) implements ConfigSource {

    @Override
    public byte[] read(String path) throws IOException {
        return Optional.ofNullable(texts.get(path))
                .orElseThrow(() -> new NoSuchFileException(path))
                .getBytes(UTF_8);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        List<String> names = new ArrayList<>();
        String start = directory + "/";
        for (String path : texts.keySet()) {
            if (path.startsWith(start)) {
                names.add(first(path.substring(start.length())));
            }
        }
        if (names.isEmpty()) {
            throw new NoSuchFileException(directory);
        }
        return names.stream().distinct().sorted().toList();
    }

    private static String first(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }

    @Override
    public String workingDirectory() {
        return "/";
    }
}
