package org.trabecula.benchmarks.network;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Parallel;
import org.trabecula.deep.crop.CropPlan;
import org.trabecula.deep.crop.CropSettings;
import org.trabecula.deep.finetune.TrainingCrop;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Volume;
import org.trabecula.phantom.CohortSettings;
import org.trabecula.phantom.PhantomCase;
import org.trabecula.phantom.PhantomCohort;
import org.trabecula.phantom.PhantomPatient;
import org.trabecula.phantom.PhantomScan;

/// The crops of a synthetic cohort, made in memory with the protocol's settings.
final class PhantomCrops {
    private PhantomCrops() {}

    /// One list a patient, in the cohort's order.
    static List<List<TrainingCrop>> byPatient(int patients, long seed, int jobs) {
        List<PhantomPatient> plan =
                PhantomCohort.plan(CohortSettings.DEFAULT.withPatients(patients).withSeed(seed));
        return Parallel.map(plan.size(), jobs, p -> cropsOf(plan.get(p)));
    }

    private static List<TrainingCrop> cropsOf(PhantomPatient patient) {
        PhantomScan scan = patient.render();
        List<TrainingCrop> crops = new ArrayList<>();
        for (PhantomCase one : patient.cases()) {
            CropPlan plan = CropPlan.of(mask(scan.labels(), one.level().label()), CropSettings.paper());
            float[] values = plan.sample(scan.ct(), one.caseId()).values();
            crops.add(new TrainingCrop(one.caseId(), patient.patientId(), values, one.stage().outcome()));
        }
        return crops;
    }

    private static Mask mask(Volume labels, int label) {
        Size size = labels.grid().size();
        boolean[] inside = new boolean[Math.toIntExact(size.voxels())];
        for (int t = 0; t < inside.length; t++) {
            inside[t] = labels.voxels().at(t) == label;
        }
        return Mask.of(labels.grid(), labels.held(), inside);
    }
}
