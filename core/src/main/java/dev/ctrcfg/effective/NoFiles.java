// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import java.nio.file.NoSuchFileException;
import java.util.List;

/** A source without files. */
final class NoFiles implements ConfigSource {

    @Override
    public byte[] read(String path) throws NoSuchFileException {
        throw new NoSuchFileException(path, null, "no such file");
    }

    @Override
    public List<String> list(String directory) throws NoSuchFileException {
        throw new NoSuchFileException(directory, null, "no such directory");
    }

    @Override
    public String workingDirectory() {
        return "/";
    }
}
