// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import java.util.Map;
import java.util.Optional;

/** A pause image of another version than kubeadm's, which pulls its own besides. */
final class PauseImage extends LintRule {

    private static final Key SANDBOX_IMAGE = Key.of("sandbox_image");

    /**
     * The tag of kubeadm's pause image by minor version of Kubernetes 1, the same in all its point releases.
     *
     * <p>Source: {@code PauseVersion} in Kubernetes' cmd/kubeadm/app/constants/constants.go (constants_unix.go until
     * 1.20), as {@code kubeadm config images list} of every point release prints it; minikube collects that in its
     * pkg/minikube/constants/constants_kubeadm_images.go, read at eb25dbc703 (1.19.0 to 1.36.3).
     */
    private static final Map<Integer, String> TAGS = Map.ofEntries(
            Map.entry(19, "3.2"),
            Map.entry(20, "3.2"),
            Map.entry(21, "3.4.1"),
            Map.entry(22, "3.5"),
            Map.entry(23, "3.6"),
            Map.entry(24, "3.7"),
            Map.entry(25, "3.8"),
            Map.entry(26, "3.9"),
            Map.entry(27, "3.9"),
            Map.entry(28, "3.9"),
            Map.entry(29, "3.9"),
            Map.entry(30, "3.9"),
            Map.entry(31, "3.10"),
            Map.entry(32, "3.10"),
            Map.entry(33, "3.10"),
            Map.entry(34, "3.10.1"),
            Map.entry(35, "3.10.1"),
            Map.entry(36, "3.10.2"));

    PauseImage() {
        super("pause-image", Severity.WARNING, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        Optional<String> tag = subject.options().kubernetes().flatMap(PauseImage::tag);
        if (tag.isEmpty()) {
            return;
        }
        for (Entry entry : subject.file().entries()) {
            boolean pause =
                    CriLayout.nameOf(entry.key()).filter(SANDBOX_IMAGE::equals).isPresent();
            if (pause && entry.value() instanceof TomlString image && isOther(image.value(), tag.get())) {
                findings.add(
                        this,
                        subject.file()
                                .valueSpot(entry.key())
                                .problem("kubeadm of Kubernetes "
                                        + subject.options().kubernetes().get() + " brings the pause image " + tag.get()
                                        + "; write the same one here"));
            }
        }
    }

    private static boolean isOther(String image, String tag) {
        int colon = image.lastIndexOf(':');
        boolean pause = colon > 0 && image.substring(0, colon).endsWith("/pause");
        return pause && !image.substring(colon + 1).equals(tag);
    }

    private static Optional<String> tag(String kubernetes) {
        String plain = kubernetes.startsWith("v") ? kubernetes.substring(1) : kubernetes;
        if (!plain.startsWith("1.")) {
            return Optional.empty();
        }
        int end = 2;
        while (end < plain.length() && Character.isDigit(plain.charAt(end)) && end < 5) {
            end++;
        }
        return end == 2 ? Optional.empty() : Optional.ofNullable(TAGS.get(Integer.parseInt(plain.substring(2, end))));
    }
}
