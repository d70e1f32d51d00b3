package org.trabecula.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A face parses, words and prints. It may hold settings and results of the rooms below and read them, and put columns into their
/// types (`Outcome.of…`), but it starts no estimator, test, filter or layer itself: a number that only a verb can make could not be had
/// from a study, a cluster or a page. Kernels are entered by static methods and constructors, so these are what is looked at.
class FacesHoldNoScienceTest {
    private static final Set<String> FACES = Set.of("cli", "web", "spark");

    /// Rooms and packages that compute.
    private static final Set<String> KERNELS = Set.of(
            "org.trabecula.stats", "org.trabecula.radiomics.texture", "org.trabecula.radiomics.filter",
            "org.trabecula.radiomics.firstorder", "org.trabecula.radiomics.shape", "org.trabecula.radiomics.prepare",
            "org.trabecula.deep.torch", "org.trabecula.image.resample");

    @Test
    void noFaceCallsAKernel() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : House.CLASSES) {
            if (!FACES.contains(House.room(type.getPackageName()))) {
                continue;
            }
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                JavaClass owner = call.getTargetOwner();
                boolean enters = call.getTarget().resolveMember().map(House::isStatic).orElse(false);
                if (enters && isKernel(owner.getPackageName()) && !isData(owner) && !isFactory(call)) {
                    wrong.add(type.getSimpleName() + " calls " + owner.getSimpleName() + "." + call.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isKernel(String packageName) {
        return KERNELS.stream().anyMatch(kernel -> packageName.equals(kernel) || packageName.startsWith(kernel + "."));
    }

    /// Columns put into a type of the ground floor: `Outcome.ofZeroOne`.
    private static boolean isFactory(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("org.trabecula.stats") && call.getName().startsWith("of");
    }

    private static boolean isData(JavaClass owner) {
        return owner.isRecord() || owner.isEnum() || owner.isInterface();
    }
}
