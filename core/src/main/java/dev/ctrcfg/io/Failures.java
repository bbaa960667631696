// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Turns the system's failures into ones that name the file a user asked for and a reason in plain words. */
final class Failures {

    private Failures() {}

    static FileSystemException directory(Path path) {
        return new FileSystemException(path.toString(), null, "is a directory");
    }

    /** {@code context} stands before the reason: what was being tried, where that is not plain. */
    static FileSystemException of(Path path, String context, IOException cause) {
        String file = path.toString();
        FileSystemException named;
        if (cause instanceof NoSuchFileException) {
            named = new NoSuchFileException(file, null, context + "no such file");
        } else if (cause instanceof AccessDeniedException) {
            named = new AccessDeniedException(file, null, context + "permission denied");
        } else {
            named = new FileSystemException(file, null, context + reason(cause));
        }
        named.initCause(cause);
        return named;
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
        if (reason == null || reason.isEmpty()) {
            return "input or output failed";
        }
        return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
