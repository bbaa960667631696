// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountsTest {

    private static final String TABLE = """
            21 26 0:20 / /sys rw,nosuid - sysfs sysfs rw
            26 1 254:0 / / rw,relatime - ext4 /dev/vda rw
            90 26 254:0 /srv/a /etc/a\\040file\\134.toml rw - ext4 /dev/vda rw
            """;

    @Test
    void findsAMountPoint() {
        assertThat(Mounts.names(TABLE, "/sys")).isTrue();
        assertThat(Mounts.names(TABLE, "/etc/a file\\.toml")).isTrue();
    }

    @Test
    void takesNothingElseForOne() {
        assertThat(Mounts.names(TABLE, "/srv/a")).isFalse();
        assertThat(Mounts.names(TABLE, "/sys/fs")).isFalse();
        assertThat(Mounts.names("", "/")).isFalse();
    }
}
