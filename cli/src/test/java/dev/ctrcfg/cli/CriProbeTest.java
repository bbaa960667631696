// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CriProbeTest {

    private static final String TITLES = "TYPE                            ID          PLATFORMS      STATUS    \n";

    @Test
    void takesAPluginThatIsOkForAnAnswer() {
        assertThat(CriProbe.problemIn(TITLES + "io.containerd.grpc.v1  cri  linux/amd64  ok\n"))
                .isEmpty();
        assertThat(CriProbe.problemIn(
                        TITLES + "io.containerd.cri.v1  images  -  ok\nio.containerd.grpc.v1  cri  -  ok\n"))
                .isEmpty();
    }

    @Test
    void namesThePluginThatFailed() {
        assertThat(CriProbe.problemIn(TITLES + "io.containerd.grpc.v1  cri  linux/amd64  error\n"))
                .contains("the plugin io.containerd.grpc.v1.cri has status error");
        assertThat(CriProbe.problemIn(
                        TITLES + "io.containerd.cri.v1  runtime  -  error\nio.containerd.grpc.v1  cri  -  ok\n"))
                .contains("the plugin io.containerd.cri.v1.runtime has status error");
    }

    @Test
    void saysThatThereIsNoSuchPlugin() {
        assertThat(CriProbe.problemIn(TITLES + "io.containerd.grpc.v1  healthcheck  -  ok\n"))
                .contains("there is no plugin io.containerd.grpc.v1.cri");
    }
}
