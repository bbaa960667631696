// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ContainerdRelease;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes the version of a containerd release. */
final class ReleaseConverter implements ITypeConverter<ContainerdRelease> {

    @Override
    public ContainerdRelease convert(String text) {
        try {
            return ContainerdRelease.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
